import { type IncidentFact } from '../facts';
import { type Incident } from '../incident/incident';
import { type Instant } from '../instant';
import { type Reader } from '../language/language';
import { momentWordsFor } from '../language/moment';
import { isOutward } from '../language/texts';
import { textsIn } from '../language/texts-in';
import { type NoticeDue } from '../notice';

export interface OutwardText {
  title: string;
  body: string;
}

/**
 * What a notice says outside the app, in the language of its reader and by their clocks: what, how bad, since when, what is asked.
 * `leavesAt` is when it is sent. Of a private incident only its number, since mail, phones and chats are read by others too.
 */
export function outwardTextOf(
  notice: Pick<NoticeDue, 'kind' | 'page' | 'body'> & { fact: IncidentFact },
  incident: Incident,
  reader: Reader,
  leavesAt: Instant,
): OutwardText {
  const { kind, page, body, fact } = notice;
  const { number, severity } = incident;
  const texts = textsIn(reader.language);
  const asked = kind === 'paged' ? texts.page.asks : kind === 'page-unanswered' ? texts.page.unanswered : null;
  if (incident.private) return { title: texts.secret.title({ number }), body: asked ?? texts.secret.news };
  const title = `INC-${number} ${texts.severity[severity]}: ${incident.title}`;
  if (!asked) {
    const said = isOutward(fact) ? texts.happened(fact) : body;
    return { title, body: `${momentWordsFor(fact.at, leavesAt, reader)}: ${said}` };
  }
  const about = incident.pages.find(({ id }) => id === page)?.about ?? null;
  const names = incident.services.map((service) => service.name);
  return {
    title,
    body: [
      ...(about === null || about === `${severity}: ${incident.title}` ? [] : [about]),
      ...(names.length > 0 ? [texts.page.services({ names })] : []),
      texts.page.since({ when: momentWordsFor(incident.startedAt, leavesAt, reader) }),
      asked,
    ].join('\n'),
  };
}
