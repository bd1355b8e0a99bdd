// Whoever holds a role or has work in an open incident must be able to see it.
import { type PersonRef } from '../access/actor';
import { maySee } from '../access/may';
import { type Person } from './act';
import { type Incident } from './incident';
import { isOpen } from './phases';

interface Worker {
  person: PersonRef;
  role: string | null;
}

/** Who holds a role (`role` is its name) or has work here (a task, an offer, a sub-team: null); nobody once it has ended. */
export function atWork(incident: Incident): Worker[] {
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

/** Who of those at work cannot see the incident: it is private, does not name them, and they are no administrator. */
export function blindAtWork(incident: Incident, people: ReadonlyMap<string, Person>): Worker[] {
  return atWork(incident).filter(({ person: { id } }) => {
    const role = people.get(id)?.role ?? 'observer';
    return !maySee({ kind: 'person', id, role }, incident);
  });
}
