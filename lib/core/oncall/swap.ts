// A shift is offered to a person or to anyone of the rota, perhaps for one of theirs; whoever accepts first has it. An offer lapses
// when a shift of it begins, and counts only while both are on call by the schedule for what they give away.
import { z } from 'zod';
import { type Actor, type PersonRef } from '../access/actor';
import { mayAct } from '../access/may';
import { idSchema, instantSchema } from '../incident/act';
import { DAY, type Instant, plus } from '../instant';
import { type Refusal, refuse } from '../refusal';
import { oneLine } from '../text';
import { type Schedule, dutiesOf } from './schedule';

export interface Shift {
  from: Instant;
  to: Instant;
}

/** `to` null: anyone of the rota. `back` is the shift that is wanted in return. */
export interface Swap {
  id: string;
  offerer: PersonRef;
  to: PersonRef | null;
  shift: Shift;
  back: Shift | null;
  note: string;
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn';
}

/** Who is put on call when an offer is accepted. */
export interface Handed extends Shift {
  person: PersonRef;
}

const shiftInput = z.object({ from: instantSchema, to: instantSchema });

export const swapInput = z.object({
  shift: shiftInput,
  /** Empty for anyone of the rota. */
  to: idSchema.or(z.literal('')).default(''),
  back: shiftInput.nullable().default(null),
  note: z.string().overwrite(oneLine).trim().max(200, 'Use at most 200 characters.').default(''),
});
export type SwapInput = z.output<typeof swapInput>;

/** How far ahead a shift may be given away: as far as overrides reach. */
const furthestMs = 366 * DAY;

/** Most offers that one person has open in one schedule: each is told to all of the rota. */
const mostOffers = 50;

/** Everybody in the layers that govern now. */
export function rotaOf({ versions }: Schedule): PersonRef[] {
  const all = (versions.at(-1)?.layers ?? []).flatMap(({ people }) => people);
  return [...new Map(all.map((person) => [person.id, person])).values()];
}

/** When the offer counts no more if nobody accepted it. */
export function lapsesAt({ shift, back }: Pick<Swap, 'shift' | 'back'>): Instant {
  return back && back.from < shift.from ? back.from : shift.from;
}

export function isOpen(swap: Swap, now: Instant): boolean {
  return swap.state === 'offered' && now < lapsesAt(swap);
}

/** Whether this person may accept: it is offered to them, or to a rota that they are of. */
export function isOfferedTo({ to, offerer }: Swap, rota: readonly PersonRef[], personId: string): boolean {
  if (offerer.id === personId) return false;
  return to ? to.id === personId : rota.some(({ id }) => id === personId);
}

interface Offering {
  schedule: Schedule;
  /** The person it is offered to, if they are here and may be on call. */
  to: PersonRef | null;
  /** The actor's other offers of this schedule. */
  others: readonly Swap[];
  now: Instant;
}

/** Why there cannot be this offer, or null. */
export function refuseOffer(actor: Actor, input: SwapInput, { schedule, to, others, now }: Offering): Refusal | null {
  if (actor.kind !== 'person' || !mayAct(actor)) return refuse('not-allowed', 'Only who is on call offers a shift.');
  const { shift, back } = input;
  if (shift.to <= shift.from || shift.to > plus(now, furthestMs)) return wrong('shift', 'There is no such shift.');
  if (shift.from <= now) return refuse('expired', 'This shift has begun. Ask somebody to take it over instead.');
  if (!isOnCallFor(schedule, actor.id, shift)) return wrong('shift', 'You are not on call for all of this time.');
  const open = others.filter((swap) => isOpen(swap, now));
  if (open.some((swap) => touches(swap.shift, shift))) {
    return refuse('taken', 'You offer this shift already. Withdraw that offer first.');
  }
  if (open.length >= mostOffers) return refuse('too-many', `You offer ${mostOffers} shifts already.`);
  if (input.to !== '' && !to) return wrong('to', 'This person cannot be on call.');
  if (to?.id === actor.id) return wrong('to', 'Offer it to somebody else.');
  if (!back) return null;
  if (!to) return wrong('back', 'Say whose shift you want in return.');
  if (back.to <= back.from || back.from <= now || back.to > plus(now, furthestMs) || touches(back, shift)) {
    return wrong('back', 'Choose a shift that is still to come.');
  }
  return isOnCallFor(schedule, to.id, back) ? null : wrong('back', `${to.name} is not on call for all of this time.`);
}

/** Who is put on call if the actor accepts now; or why they cannot. */
export function acceptSwap(actor: Actor, swap: Swap, schedule: Schedule, now: Instant): Handed[] | Refusal {
  const refusal = refuseAnswer(actor, swap, schedule, now);
  if (refusal) return refusal;
  const { offerer, shift, back } = swap;
  if (!isOnCallFor(schedule, offerer.id, shift)) {
    return refuse('changed-meanwhile', `${offerer.name} is not on call for all of that time any more.`);
  }
  if (back && !isOnCallFor(schedule, actor.id, back)) {
    return refuse('changed-meanwhile', 'You are not on call any more for all of what is wanted in return.');
  }
  const person = { id: actor.id, name: actor.name };
  return [{ ...shift, person }, ...(back ? [{ ...back, person: offerer }] : [])];
}

/** Why the actor cannot answer this offer now, or null. */
export function refuseAnswer(actor: Actor, swap: Swap, schedule: Schedule, now: Instant): Refusal | null {
  if (actor.kind !== 'person' || !mayAct(actor) || !isOfferedTo(swap, rotaOf(schedule), actor.id)) {
    return refuse('not-allowed', 'This shift is not offered to you.');
  }
  if (swap.state !== 'offered') return refuse('changed-meanwhile', ended[swap.state]);
  return isOpen(swap, now) ? null : refuse('expired', 'This offer has lapsed: the shift has begun.');
}

const ended = {
  accepted: 'Somebody was quicker: this shift has changed hands.',
  declined: 'This offer was declined.',
  withdrawn: 'This offer was withdrawn.',
};

/** Whether this person is on call from the beginning of a span to its end. */
function isOnCallFor(schedule: Schedule, personId: string, { from, to }: Shift): boolean {
  const duties = dutiesOf(schedule, from, to);
  return duties.length > 0 && duties.every(({ person }) => person?.id === personId);
}

function touches(a: Shift, b: Shift): boolean {
  return a.from < b.to && b.from < a.to;
}

function wrong(field: string, message: string): Refusal {
  return refuse('invalid', message, { [field]: message });
}
