import { evolvePage, heard } from '../escalation/evolve-page';
import { type PageFact } from '../escalation/page';
import { type IncidentFact } from '../facts';
import { type Incident } from './incident';

/** The incident with the page that `fact` is about as it is after it. */
export function paged(incident: Incident, { recordedAt, ...fact }: Extract<IncidentFact, PageFact>): Incident {
  const old = incident.pages.find(({ id }) => id === fact.data.id) ?? null;
  const page = evolvePage(old, { ...fact, at: recordedAt });
  if (!page) return incident;
  if (!old) return { ...incident, pages: [...incident.pages, page] };
  return { ...incident, pages: incident.pages.map((each) => (each === old ? page : each)) };
}

/** Whoever does something is awake: no page of theirs falls silent. */
export function listening(incident: Incident, { kind, actor }: IncidentFact): Incident {
  if (actor.kind !== 'person' || kind === 'page.acknowledged') return incident;
  if (!incident.pages.some((page) => heard(page, actor.id) !== page)) return incident;
  return { ...incident, pages: incident.pages.map((page) => heard(page, actor.id)) };
}
