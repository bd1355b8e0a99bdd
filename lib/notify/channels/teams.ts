import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send } from '../envelope';
import { postJson } from '../post';
import { shorten } from '../shorten';
import { subjectOf } from '../subject';

/** An Adaptive Card as Teams' Workflows take it. Texts stand in text runs: the one element without mark-up. */
export function teamsMessage(envelope: Envelope) {
  const { body, url, acknowledgeUrl, severity } = envelope;
  const { acts } = textsIn(envelope.language);
  const run = (text: string, look: object) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: asWritten(text), ...look }],
  });
  const open = (title: string, address: string) => ({ type: 'Action.OpenUrl', title, url: address });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: asWritten(shorten(subjectOf(envelope), 300)),
          msteams: { width: 'Full' },
          body: [
            run(shorten(subjectOf(envelope), 300), {
              size: 'medium',
              weight: 'bolder',
              color: severity === 'Critical' ? 'attention' : severity === 'High' ? 'warning' : 'default',
            }),
            ...(body.trim() ? [run(shorten(body, 4_000), {})] : []),
          ],
          actions: [...(acknowledgeUrl ? [open(acts.acknowledge, acknowledgeUrl)] : []), open(acts.openIn, url)],
        },
      },
    ],
  };
}

/** Cards fill in `{{DATE(…)}}` and `${…}` wherever they stand; a joiner without width keeps them text. */
function asWritten(text: string): string {
  return text.replace(/\{(?=\{)|\$(?=\{)/g, '$&\u2060');
}

export const sendTeams: Send = async (envelope, { allowPrivate }) => {
  await postJson({ url: envelope.to, allowPrivate }, teamsMessage(envelope));
  return { providerId: null };
};
