import { createHmac } from 'node:crypto';
import { signedWebhookOf } from '@/lib/core/notification/channels';
import { type Send } from '../envelope';
import { postJson } from '../post';
import { subjectOf } from '../subject';

/** Standard Webhooks: the same id for every try, signed with the receiver's own secret. */
export const sendWebhook: Send = async (envelope, { allowPrivate }) => {
  const { url, secret } = signedWebhookOf(envelope.to);
  const { key, body, acknowledgeUrl, urgent, severity, at, now } = envelope;
  const message = {
    type: 'notice',
    timestamp: at,
    data: { id: key, title: subjectOf(envelope), body, url: envelope.url, acknowledgeUrl, urgent, severity },
  };
  const seconds = String(Math.floor(Date.parse(now) / 1_000));
  const headers = {
    'webhook-id': key,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${sign(secret, `${key}.${seconds}.${JSON.stringify(message)}`)}`,
  };
  await postJson({ url, headers, allowPrivate }, message);
  return { providerId: null };
};

function sign(secret: string, text: string): string {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64');
}
