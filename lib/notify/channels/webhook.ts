import { signedWebhookOf } from '@/lib/core/notification/channels';
import { type Send } from '../envelope';
import { post } from '../post';
import { signedHeaders } from '../standard-webhook';
import { subjectOf } from '../subject';

/** Standard Webhooks: the same id for every try, signed with the receiver's own secret. */
export const sendWebhook: Send = async (envelope, { allowPrivate }) => {
  const { url, secret } = signedWebhookOf(envelope.to);
  const { key, body: said, acknowledgeUrl, urgent, severity, at, now } = envelope;
  const body = JSON.stringify({
    type: 'notice',
    timestamp: at,
    data: { id: key, title: subjectOf(envelope), body: said, url: envelope.url, acknowledgeUrl, urgent, severity },
  });
  const headers = { 'content-type': 'application/json', ...signedHeaders(secret, key, body, Date.parse(now)) };
  await post({ url, headers, body, allowPrivate });
  return { providerId: null };
};
