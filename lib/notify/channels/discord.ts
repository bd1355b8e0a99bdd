import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send } from '../envelope';
import { idIn } from '../id-in';
import { literally } from '../markdown';
import { postJson } from '../post';
import { shorten } from '../shorten';
import { colourOf, subjectOf } from '../subject';

/** One embed; nobody is mentioned whatever the text says. */
export function discordMessage(envelope: Envelope) {
  const { body, url, acknowledgeUrl, severity, at } = envelope;
  const { acts } = textsIn(envelope.language);
  const links = [acknowledgeUrl && `[**${acts.acknowledge}**](${acknowledgeUrl})`, `[${acts.openIn}](${url})`];
  return {
    username: 'Quarterdeck',
    allowed_mentions: { parse: [] },
    embeds: [
      {
        // Halved, since escaping may double it: Discord refuses a title of more than 256 signs.
        title: literally(shorten(subjectOf(envelope), 128)),
        url,
        description: `${literally(shorten(body, 1_500))}\n\n${links.filter(Boolean).join('  ·  ')}`.trim(),
        color: colourOf(severity),
        timestamp: at,
      },
    ],
  };
}

export const sendDiscord: Send = async (envelope, { allowPrivate }) => {
  const url = new URL(envelope.to);
  // Only then does Discord say what the message is called, and whether it was taken at all.
  url.searchParams.set('wait', 'true');
  const { body } = await postJson({ url: url.href, allowPrivate }, discordMessage(envelope));
  return { providerId: idIn(body, 'id') };
};
