import { type Actor, type PersonRef } from '@/lib/core/access/actor';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { outlookMs } from '@/lib/core/oncall/outlook';
import { type Schedule } from '@/lib/core/oncall/schedule';
import { type Shift, type Swap, isOfferedTo, isOpen, rotaOf } from '@/lib/core/oncall/swap';
import { type Turn, turnReachMs, turnsOf } from '@/lib/core/oncall/turns';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { type KeptSwap, loadOffers } from '@/lib/store/swaps';

/** How far ahead shifts are shown that may be wanted in return for one. */
const returnsMs = 56 * DAY;

/** A time that somebody is on call; `override` when no layer says so. */
export interface OwnShift extends Shift {
  schedule: { id: string; name: string; timeZone: string };
  key: string;
  override: boolean;
  /** Whether it is offered to somebody. */
  offered: boolean;
}

/** A shift that is offered, with the schedule it is of. */
export interface Offer extends Swap {
  schedule: { id: string; name: string };
}

export interface OwnRota {
  now: Instant;
  /** The actor's shifts of the next four weeks. */
  shifts: OwnShift[];
  /** Offers that the actor may accept, and those that they made. */
  toMe: Offer[];
  mine: Offer[];
  /** By schedule: others' shifts still to come, which may be wanted in return. */
  returns: Record<string, (Shift & { person: PersonRef })[]>;
  /** Minutes before a shift at which the actor is reminded of it; null for never. */
  reminder: number | null;
}

/** What somebody on call needs of their own: when, and what they may swap. */
export async function readOwnRota(actor: Actor): Promise<OwnRota> {
  const now = await readClock();
  const [schedules, offers, self] = await Promise.all([
    loadSchedules(database, 'all', plus(now, -turnReachMs), plus(now, returnsMs + turnReachMs)),
    loadOffers(database, now),
    database.person.findUnique({ where: { id: actor.id }, select: { shiftReminder: true } }),
  ]);
  const open = offers.filter((offer) => isOpen(offer, now));
  const rotas = [...schedules.values()]
    .filter((schedule) => concerns(schedule, actor))
    .map((schedule) => ({ schedule, turns: turnsOf(schedule, now, plus(now, returnsMs)) }));
  const shifts = rotas.flatMap((rota) => ownShifts(rota, actor, open, now));
  const mine = open.filter(({ offerer }) => offerer.id === actor.id);
  const toMe = open.filter((offer) => isOfferedTo(offer, rotaOfId(schedules, offer.scheduleId), actor.id));
  const named = (offer: KeptSwap): Offer[] => {
    const schedule = schedules.get(offer.scheduleId);
    return schedule ? [{ ...offer, schedule: { id: schedule.id, name: schedule.name } }] : [];
  };
  const of = new Set(shifts.map(({ schedule }) => schedule.id));
  return {
    now,
    reminder: self?.shiftReminder ?? null,
    shifts: shifts.sort((a, b) => (a.from < b.from ? -1 : 1)),
    toMe: toMe.flatMap(named),
    mine: mine.flatMap(named),
    returns: Object.fromEntries(
      rotas
        .filter(({ schedule }) => of.has(schedule.id))
        .map(({ schedule, turns }) => [schedule.id, othersShifts(turns, actor, now)]),
    ),
  };
}

/** Whether the actor may be on call by this schedule. Most schedules are others', and shifts are dear to reckon. */
function concerns({ versions, overrides }: Schedule, actor: Actor): boolean {
  if (actor.kind !== 'person') return false;
  const people = versions.flatMap(({ layers }) => layers.flatMap((layer) => layer.people));
  return [...people, ...overrides.map(({ person }) => person)].some(({ id }) => id === actor.id);
}

function ownShifts(
  { schedule, turns }: { schedule: Schedule; turns: readonly Turn[] },
  actor: Actor,
  open: readonly KeptSwap[],
  now: Instant,
): OwnShift[] {
  const { id, name, timeZone } = schedule;
  const end = plus(now, outlookMs);
  return turns
    .filter(({ person, from }) => person.id === actor.id && from < end)
    .map(({ key, from, to, override }) => {
      const offered = open.some(
        (offer) =>
          offer.scheduleId === id && offer.offerer.id === actor.id && offer.shift.from < to && from < offer.shift.to,
      );
      return { schedule: { id, name, timeZone }, key, from, to, override: override !== null, offered };
    });
}

function othersShifts(turns: readonly Turn[], actor: Actor, now: Instant): (Shift & { person: PersonRef })[] {
  return turns
    .filter(({ person, from }) => person.id !== actor.id && from > now)
    .map(({ person, from, to }) => ({ person, from, to }));
}

function rotaOfId(schedules: ReadonlyMap<string, Schedule>, id: string): PersonRef[] {
  const schedule = schedules.get(id);
  return schedule ? rotaOf(schedule) : [];
}
