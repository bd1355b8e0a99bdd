// Who may put whom on call, and when: an administrator anybody, a responder themselves; never over the past, at most a year ahead.
import { z } from 'zod';
import { type Actor } from '../access/actor';
import { mayAct, mayAdminister } from '../access/may';
import { idSchema, instantSchema } from '../incident/act';
import { DAY, type Instant, later, plus } from '../instant';
import { type Refusal, refuse } from '../refusal';
import { oneLine } from '../text';

/** `person` is on call from `from` until `to`, whoever the layers name. */
export const overrideInput = z.object({
  person: idSchema,
  from: instantSchema,
  to: instantSchema,
  reason: z.string().overwrite(oneLine).trim().max(200, 'Use at most 200 characters.').default(''),
});
export type OverrideInput = z.output<typeof overrideInput>;

const furthest = 366 * DAY;

/** Whether `actor` may change when this person is on call. */
export function mayPutOnCall(actor: Pick<Actor, 'kind' | 'id' | 'role'>, person: string): boolean {
  return mayAdminister(actor) || (mayAct(actor) && actor.kind === 'person' && actor.id === person);
}

/** Why there cannot be this override, or null. */
export function refuseOverride(actor: Actor, { person, from, to }: OverrideInput, now: Instant): Refusal | null {
  if (!mayAct(actor)) return refuse('not-allowed', 'Observers do not change who is on call.');
  if (!mayPutOnCall(actor, person)) {
    const message = 'Only an administrator puts somebody else on call. You can take the shift over yourself.';
    return refuse('not-allowed', message, { person: message });
  }
  const message = faultOf(from, to, now);
  return message === null ? null : refuse('invalid', message, { to: message });
}

function faultOf(from: Instant, to: Instant, now: Instant): string | null {
  if (to <= from) return 'It must end after it begins.';
  if (to <= now) return 'This is over already: who was on call stays as it was.';
  if (to > plus(now, furthest)) return 'This is more than a year ahead.';
  return null;
}

/** What is left of a span when what lies behind `now` stays as it was. */
export function fromNowOn({ from, to }: { from: Instant; to: Instant }, now: Instant): { from: Instant; to: Instant } {
  return { from: later(from, now), to };
}
