// Whoever was called and may not answer any more (deactivated, an observer now, shut out) is called no more, and no page waits for them.
import { type PersonRef } from '../access/actor';
import { type NewPageFact, type Page } from './page';

/** The fact that these of a page's people are excused: who was asked and has not answered, or holds it and was not heard of since. */
export function decideExcused(page: Page, mayAnswer: (personId: string) => boolean): NewPageFact[] {
  const excused = waitedFor(page).filter(({ id }) => !mayAnswer(id));
  const people = [...new Map(excused.map((person) => [person.id, person])).values()];
  return people.length > 0 ? [{ kind: 'page.excused', data: { id: page.id, people } }] : [];
}

/** Whom a page waits for now. */
export function waitedFor({ state, called, acknowledgedBy, silentAt }: Page): PersonRef[] {
  if (state === 'acknowledged') return acknowledgedBy && silentAt !== null ? [acknowledgedBy] : [];
  if (state === 'ended') return [];
  return called.filter(({ answer }) => answer === null).map(({ person }) => person);
}
