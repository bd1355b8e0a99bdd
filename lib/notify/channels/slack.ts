import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send } from '../envelope';
import { postJson } from '../post';
import { shorten } from '../shorten';
import { subjectOf } from '../subject';

/** Slack's mark-up gives a meaning to these three alone. */
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Block Kit: texts of people stand in `plain_text`, where nothing is mark-up; only our own links are. */
export function slackMessage(envelope: Envelope) {
  const { body, url, acknowledgeUrl } = envelope;
  const { acts } = textsIn(envelope.language);
  const subject = subjectOf(envelope);
  const plain = (text: string, limit: number) => ({
    type: 'plain_text' as const,
    emoji: false,
    text: shorten(text, limit),
  });
  const links = [acknowledgeUrl && `*<${acknowledgeUrl}|${acts.acknowledge}>*`, `<${url}|${acts.openIn}>`];
  return {
    text: escape(shorten(subject, 1_000)),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header' as const, text: plain(subject, 150) },
      ...(body.trim() ? [{ type: 'section' as const, text: plain(body, 3_000) }] : []),
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: links.filter(Boolean).join('  ·  ') } },
    ],
  };
}

export const sendSlack: Send = async (envelope, { allowPrivate }) => {
  await postJson({ url: envelope.to, allowPrivate }, slackMessage(envelope));
  return { providerId: null };
};
