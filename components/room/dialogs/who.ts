import { type Room, type RoomPerson } from '@/components/live/room-context';

export interface Candidate extends RoomPerson {
  hint?: string;
}

/** People who can be given work here: no observers, and of a private incident only those who see it; those taking part come first. */
export function candidates({ people, incident }: Pick<Room, 'people' | 'incident'>): Candidate[] {
  const named = new Set(incident.visibleTo.map(({ id }) => id));
  const roles = new Map(Object.values(incident.roles).map(({ role, holder }) => [holder.id, role.name]));
  const rank = ({ id }: RoomPerson) => (roles.has(id) ? 0 : incident.responders[id] ? 1 : 2);
  return people
    .filter(({ id, role }) => role !== 'observer' && (!incident.private || role === 'administrator' || named.has(id)))
    .map((person) => ({
      ...person,
      hint: roles.get(person.id) ?? (incident.responders[person.id] ? 'here' : undefined),
    }))
    .sort((a, b) => rank(a) - rank(b));
}
