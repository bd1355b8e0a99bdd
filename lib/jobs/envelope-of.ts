import { instantOf } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { type Envelope } from '@/lib/notify/envelope';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { type TakenDelivery } from '@/lib/store/delivery-queue';
import { languageOrOurs } from '@/lib/store/reader';
import { unseal } from '@/lib/store/sealed';
import { syntheticAddress } from '@/lib/store/synthetic-page';

/** A message as its channel takes it, the same at every try; null where its contact method is gone. Throws `Unsealable` where its address cannot be read. */
export function envelopeOf(delivery: TakenDelivery): Envelope | null {
  const { id, purpose, kind, title, body, url, severity, vendorId, replyTo, createdAt, takenAt } = delivery;
  const to = addressOf(delivery);
  if (to === null) return null;
  const token = acknowledgeToken(id);
  return {
    key: `delivery-${id}`,
    language: vendorId === null ? languageOrOurs(delivery.language) : 'en',
    to,
    title,
    body,
    url: `${env.QUARTERDECK_URL}${url}`,
    acknowledgeUrl: kind === 'paged' ? `${env.QUARTERDECK_URL}/a/${token}` : null,
    callbackUrl: `${env.QUARTERDECK_URL}/api/callbacks/twilio/${token}`,
    outsider: vendorId === null ? null : { replyTo },
    urgent: purpose === 'page' || purpose === 'vendor' || purpose === 'synthetic',
    severity,
    at: instantOf(createdAt.getTime()),
    now: instantOf(takenAt.getTime()),
  };
}

function addressOf({ purpose, vendorId, shown, methodId, address }: TakenDelivery): string | null {
  if (purpose === 'synthetic') return syntheticAddress();
  if (vendorId !== null) return shown;
  return methodId === null || address === null ? null : unseal(address, sealOfMethod(methodId));
}
