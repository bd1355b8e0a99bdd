// Whoever holds a role or has work in an open incident must be able to see it.
import { type PersonRef } from '../access/actor';
import { type Incident } from './incident';
import { isOpen } from './phases';

/** Who holds a role (`role` is its name) or has work here (a task, an offer, a sub-team: null); nobody once it has ended. */
export function atWork(incident: Incident): { person: PersonRef; role: string | null }[] {
  if (!isOpen(incident.phase)) return [];
  const work = [
    ...incident.tasks.filter(({ endedAt }) => endedAt === null).map(({ assignee }) => assignee),
    ...Object.values(incident.handovers).map(({ to }) => to),
    ...incident.subteams.map(({ lead }) => lead),
  ];
  return [
    ...Object.values(incident.roles).map(({ role, holder }) => ({ person: holder, role: role.name })),
    ...work.map((person) => ({ person, role: null })),
  ];
}
