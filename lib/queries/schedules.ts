import { type Actor, type PersonRef } from '@/lib/core/access/actor';
import { type Instant, later, plus } from '@/lib/core/instant';
import { type Outlook, outlookMs, outlookOf } from '@/lib/core/oncall/outlook';
import { type Duty, type Schedule, dutiesOf } from '@/lib/core/oncall/schedule';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';

/** The time it is for everybody. */
export const readNow = (): Promise<Instant> => readClock();

export interface ScheduleRow {
  id: string;
  name: string;
  timeZone: string;
  /** Everybody in its layers, in their order. */
  people: PersonRef[];
  outlook: Outlook;
}

/** A time that somebody is on call; `override` when no layer says so. */
export interface OwnShift {
  schedule: { id: string; name: string };
  from: Instant;
  to: Instant;
  override: boolean;
}

/** Every schedule by name with what is ahead of it, and the actor's own shifts of the next four weeks. */
export async function readSchedules(
  actor: Actor,
): Promise<{ now: Instant; schedules: ScheduleRow[]; mine: OwnShift[] }> {
  const now = await readClock();
  const end = plus(now, outlookMs);
  const all = [...(await loadSchedules(database, 'all', now, end)).values()];
  const mine = all.flatMap((schedule) => ownShifts(schedule, actor, now, end));
  return {
    now,
    schedules: all.map((schedule) => {
      const { id, name, timeZone } = schedule;
      return { id, name, timeZone, people: peopleOf(schedule), outlook: outlookOf(schedule, now) };
    }),
    mine: mine.sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

export interface ScheduleView {
  now: Instant;
  /** With the overrides that touch what was asked for. */
  schedule: Schedule;
  outlook: Outlook;
  /** From `from` on, or from when the schedule was written down if that is later. */
  duties: Duty[];
  /** How far its facts go, for whoever edits it. */
  basis: number;
}

/** A schedule with who is on call in the span that `spanOf` names, or null when there is none of this id. */
export async function readSchedule(
  id: string,
  spanOf: (zone: string, now: Instant) => { from: Instant; to: Instant },
): Promise<ScheduleView | null> {
  const now = await readClock();
  const row = await database.schedule.findUnique({ where: { id }, select: { timeZone: true } });
  if (!row) return null;
  const { from, to } = spanOf(row.timeZone, now);
  const end = plus(now, outlookMs);
  const [shown, ahead, last] = await Promise.all([
    loadSchedules(database, [id], from, to),
    loadSchedules(database, [id], now, end),
    database.fact.findFirst({ where: { stream: `schedule:${id}` }, orderBy: { seq: 'desc' }, select: { seq: true } }),
  ]);
  const [schedule, coming] = [shown.get(id), ahead.get(id)];
  if (!schedule || !coming) return null;
  return {
    now,
    schedule,
    outlook: outlookOf(coming, now),
    duties: dutiesSince(schedule, from, to),
    basis: last?.seq ?? 0,
  };
}

/** Before it was written down there was nobody to be missing. */
function dutiesSince(schedule: Schedule, from: Instant, to: Instant): Duty[] {
  const begins = later(from, schedule.versions[0]?.from ?? to);
  return begins < to ? dutiesOf(schedule, begins, to) : [];
}

function ownShifts(schedule: Schedule, actor: Actor, from: Instant, to: Instant): OwnShift[] {
  const { id, name } = schedule;
  return dutiesOf(schedule, from, to)
    .filter(({ person }) => actor.kind === 'person' && person?.id === actor.id)
    .map((duty) => ({ schedule: { id, name }, from: duty.from, to: duty.to, override: duty.by?.kind === 'override' }));
}

function peopleOf({ versions }: Schedule): PersonRef[] {
  const all = (versions.at(-1)?.layers ?? []).flatMap(({ people }) => people);
  return [...new Map(all.map((person) => [person.id, person])).values()];
}
