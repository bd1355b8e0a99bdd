import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send } from '../envelope';
import { idIn } from '../id-in';
import { postJson } from '../post';
import { shortenBytes } from '../shorten';
import { subjectOf } from '../subject';

/** ntfy's JSON form. Plain text: ntfy reads Markdown only where it is told to. */
export function ntfyMessage(topic: string, envelope: Envelope) {
  const { body, url, acknowledgeUrl, urgent } = envelope;
  const { acts } = textsIn(envelope.language);
  const view = (label: string, address: string) => ({ action: 'view', label, url: address });
  return {
    topic,
    title: shortenBytes(subjectOf(envelope), 250),
    // Longer than 4,096 bytes and ntfy would make a file of it.
    message: shortenBytes(body.trim() || subjectOf(envelope), 3_500),
    priority: urgent ? 5 : 3,
    click: acknowledgeUrl ?? url,
    actions: [...(acknowledgeUrl ? [view(acts.acknowledge, acknowledgeUrl)] : []), view(acts.open, url)],
  };
}

export const sendNtfy: Send = async (envelope, { allowPrivate }) => {
  const server = new URL(envelope.to);
  const cut = server.pathname.lastIndexOf('/');
  const topic = decodeURIComponent(server.pathname.slice(cut + 1));
  server.pathname = server.pathname.slice(0, cut + 1);
  const { body } = await postJson({ url: server.href, allowPrivate }, ntfyMessage(topic, envelope));
  return { providerId: idIn(body, 'id') };
};
