import { instantOf } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { type Envelope } from '@/lib/notify/envelope';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { type TakenDelivery } from '@/lib/store/delivery-queue';
import { unseal } from '@/lib/store/sealed';

/** A message as its channel takes it, the same at every try. Throws `Unsealable` where its address cannot be read. */
export function envelopeOf(delivery: TakenDelivery & { methodId: string; address: string }): Envelope {
  const { id, methodId, address, purpose, title, body, url, severity, pageId, createdAt, takenAt } = delivery;
  const asks = purpose === 'page' && pageId !== null;
  const token = acknowledgeToken(id);
  return {
    key: `delivery-${id}`,
    to: unseal(address, sealOfMethod(methodId)),
    title,
    body,
    url: `${env.QUARTERDECK_URL}${url}`,
    acknowledgeUrl: asks ? `${env.QUARTERDECK_URL}/a/${token}` : null,
    callbackUrl: `${env.QUARTERDECK_URL}/api/callbacks/twilio/${token}`,
    urgent: purpose === 'page',
    severity,
    at: instantOf(createdAt.getTime()),
    now: instantOf(takenAt.getTime()),
  };
}
