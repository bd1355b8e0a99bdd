// One person can lead seven others in an emergency, not more; beyond that a sub-team with a lead of its own is due.
import { type PersonRef } from '../access/actor';
import { type Incident, commanderOf } from './incident';
import { isOpen } from './phases';

/** Most people who should report to one. */
export const spanOfControl = 7;

/** Who reports to the commander directly: everyone taking part, except members of a sub-team, who report to its lead. */
export function directReports(incident: Incident): PersonRef[] {
  const reports = new Map<string, PersonRef>();
  for (const person of Object.values(incident.responders)) reports.set(person.id, person);
  for (const { holder } of Object.values(incident.roles)) reports.set(holder.id, holder);
  for (const { assignee, endedAt } of incident.tasks) if (endedAt === null) reports.set(assignee.id, assignee);
  for (const { lead } of incident.subteams) reports.set(lead.id, lead);
  const leads = new Set(incident.subteams.map(({ lead }) => lead.id));
  for (const { id } of incident.subteams.flatMap(({ members }) => members)) if (!leads.has(id)) reports.delete(id);
  const commander = commanderOf(incident);
  if (commander) reports.delete(commander.id);
  return [...reports.values()];
}

/** The sentence that suggests a sub-team, or null while the span is small enough. */
export function spanAdvice(incident: Incident): string | null {
  const count = directReports(incident).length;
  if (!isOpen(incident.phase) || count <= spanOfControl) return null;
  return `${count} people report to ${commanderOf(incident)?.name ?? 'the commander'}. Form a sub-team with a lead.`;
}
