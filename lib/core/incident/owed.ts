// What is owed next, and by when: the one question every screen answers first.
import { type Instant } from '../instant';
import { type Incident, commanderOf } from './incident';
import { isOpen } from './phases';

export type OwedKind = 'command' | 'update' | 'handover' | 'task' | 'decision' | 'vendor';

/** `by` names who owes it, if somebody does. */
export interface Owed {
  kind: OwedKind;
  text: string;
  dueAt: Instant;
  by: string | null;
}

/** Everything owed, soonest first. */
export function owedBy(incident: Incident): Owed[] {
  const owed: Owed[] = incident.decisions
    .filter(({ state }) => state === 'proposed')
    .map(({ text, closesAt }) => ({ kind: 'decision', text: `objections to “${text}”`, dueAt: closesAt, by: null }));
  if (!isOpen(incident.phase)) return owed;
  if (incident.commandDueAt)
    owed.push({ kind: 'command', text: 'a commander', dueAt: incident.commandDueAt, by: null });
  if (incident.cadence.dueAt) {
    owed.push({
      kind: 'update',
      text: 'an update',
      dueAt: incident.cadence.dueAt,
      by: commanderOf(incident)?.name ?? null,
    });
  }
  for (const { role, to, expiresAt } of Object.values(incident.handovers)) {
    owed.push({ kind: 'handover', text: `an answer about ${role.name.toLowerCase()}`, dueAt: expiresAt, by: to.name });
  }
  for (const { title, dueAt, endedAt, assignee } of incident.tasks) {
    if (endedAt === null) owed.push({ kind: 'task', text: title, dueAt, by: assignee.name });
  }
  for (const { vendor, chaseAt, by } of incident.vendors) {
    if (chaseAt !== null)
      owed.push({ kind: 'vendor', text: `an answer from ${vendor.name}`, dueAt: chaseAt, by: by.name });
  }
  return owed.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}
