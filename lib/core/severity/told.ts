// Whom a group of the severity policy stands for, so that a screen can say it before anything happens.
import { type PersonRef, type PersonRole } from '../access/actor';
import { type Told } from './severity';

/** An active person with the teams they are in. */
export interface Member extends PersonRef {
  role: PersonRole;
  teams: { id: string; lead: boolean }[];
}

/** `standIn`: the group is nobody, so administrators are told in its place. */
export interface ToldPeople {
  people: PersonRef[];
  standIn: boolean;
}

/** Who is told of an incident of a service that the team `owner` owns. */
export function toldPeople(told: Told, owner: string | null, people: readonly Member[]): ToldPeople {
  if (told === 'nobody') return { people: [], standIn: false };
  const group = people.filter(
    ({ teams }) =>
      told === 'everyone' ||
      (told === 'engineering-leads' ? teams.some(({ lead }) => lead) : teams.some(({ id }) => id === owner)),
  );
  const standIn = group.length === 0;
  const chosen = standIn ? people.filter(({ role }) => role === 'administrator') : group;
  return { people: chosen.map(({ id, name }) => ({ id, name })), standIn };
}
