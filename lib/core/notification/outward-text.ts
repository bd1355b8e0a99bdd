import { type Incident } from '../incident/incident';
import { type NoticeDue } from '../notice';

interface OutwardText {
  title: string;
  body: string;
}

/**
 * What a notice says outside the app: what, how bad, what is asked of its reader. Of a private incident only its number, since mail,
 * phones and chats are read by others too.
 */
export function outwardTextOf(
  { kind, page, title, body }: Pick<NoticeDue, 'kind' | 'page' | 'title' | 'body'>,
  incident: Incident,
): OutwardText {
  const asked = kind === 'paged' ? 'You are paged: acknowledge it, or say that you cannot.' : null;
  if (incident.private) {
    return {
      title: `INC-${incident.number}: a private incident`,
      body: asked ?? 'Something happened that concerns you. It is told inside Quarterdeck alone.',
    };
  }
  if (!asked) return { title, body };
  const about = incident.pages.find(({ id }) => id === page)?.about ?? null;
  const services = incident.services.map(({ name }) => name).join(', ');
  const said = about === null || about === `${incident.severity}: ${incident.title}` ? [] : [about];
  return { title, body: [...said, ...(services ? [`Services: ${services}.`] : []), asked].join('\n') };
}
