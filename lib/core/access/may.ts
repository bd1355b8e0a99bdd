import { type Actor } from './actor';

/** What access needs to know of an incident. */
export interface Guarded {
  private: boolean;
  visibleTo: { id: string }[];
}

/** Private incidents exist only for administrators and the people named on them; all else is read by everyone signed in. */
export function maySee(actor: Pick<Actor, 'id' | 'role' | 'kind'>, incident: Guarded): boolean {
  if (!incident.private || actor.kind === 'system' || actor.role === 'administrator') return true;
  return actor.kind === 'person' && incident.visibleTo.some((person) => person.id === actor.id);
}

/** Whether everyone who may see `where` may see `what`, too, so that it can be spoken of there. */
export function maySpeakOf(what: Guarded, where: Guarded): boolean {
  if (!what.private) return true;
  return where.private && where.visibleTo.every(({ id }) => what.visibleTo.some((person) => person.id === id));
}

/** Observers read and change nothing. */
export function mayAct(actor: Pick<Actor, 'role'>): boolean {
  return actor.role !== 'observer';
}

export function mayAdminister(actor: Pick<Actor, 'role'>): boolean {
  return actor.role === 'administrator';
}
