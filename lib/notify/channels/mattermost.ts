import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send } from '../envelope';
import { literally } from '../markdown';
import { postJson } from '../post';
import { shorten } from '../shorten';
import { colourOf, subjectOf } from '../subject';

/** Mattermost calls whoever stands behind an @, escaped or not; a blank without width keeps it a sign. */
const quiet = (text: string) => literally(text).replace(/@/g, '@\u200B');

/** One message attachment: its colour, title and text. */
export function mattermostMessage(envelope: Envelope) {
  const { body, url, acknowledgeUrl, severity } = envelope;
  const { acts } = textsIn(envelope.language);
  const subject = shorten(subjectOf(envelope), 300);
  const links = [acknowledgeUrl && `[**${acts.acknowledge}**](${acknowledgeUrl})`, `[${acts.openIn}](${url})`];
  return {
    username: 'Quarterdeck',
    attachments: [
      {
        fallback: quiet(subject),
        color: `#${colourOf(severity).toString(16).padStart(6, '0')}`,
        text: [`**${quiet(subject)}**`, quiet(shorten(body, 3_000)), links.filter(Boolean).join('  ·  ')]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
  };
}

export const sendMattermost: Send = async (envelope, { allowPrivate }) => {
  await postJson({ url: envelope.to, allowPrivate }, mattermostMessage(envelope));
  return { providerId: null };
};
