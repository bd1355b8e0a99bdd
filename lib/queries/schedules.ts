import { type PersonRef } from '@/lib/core/access/actor';
import { DAY, type Instant, later, plus } from '@/lib/core/instant';
import { type Holiday } from '@/lib/core/oncall/calendar';
import { type Outlook, outlookMs, outlookOf } from '@/lib/core/oncall/outlook';
import { type ClockChange, clockChangesOf } from '@/lib/core/oncall/clock-changes';
import { type Duty, type Schedule, dutiesOf } from '@/lib/core/oncall/schedule';
import { rotaOf } from '@/lib/core/oncall/swap';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { loadHolidays } from '@/lib/store/time-off';

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

/** Every schedule by name with what is ahead of it. */
export async function readSchedules(): Promise<{ now: Instant; schedules: ScheduleRow[] }> {
  const now = await readClock();
  const all = [...(await loadSchedules(database, 'all', now, plus(now, outlookMs))).values()];
  return {
    now,
    schedules: all.map((schedule) => {
      const { id, name, timeZone } = schedule;
      return { id, name, timeZone, people: rotaOf(schedule), outlook: outlookOf(schedule, now) };
    }),
  };
}

export interface ScheduleView {
  now: Instant;
  /** With the overrides that touch what was asked for. */
  schedule: Schedule;
  outlook: Outlook;
  /** What was asked for. */
  span: { from: Instant; to: Instant };
  /** Those that touch the span, whole as far as `sight` goes; none from before the schedule was written down. */
  duties: Duty[];
  /** Four weeks more on either side than was asked for. */
  sight: { from: Instant; to: Instant };
  /** Those of the span and of the year after now. */
  holidays: Holiday[];
  /** Those of the span. */
  clockChanges: ClockChange[];
  /** How far its facts go, but for overrides and swaps, for whoever edits it. */
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
  const span = spanOf(row.timeZone, now);
  const { from, to } = span;
  const end = plus(now, outlookMs);
  const year = plus(now, 366 * DAY);
  const sight = { from: plus(from, -outlookMs), to: plus(to, outlookMs) };
  const [around, ahead, last, holidays] = await Promise.all([
    loadSchedules(database, [id], sight.from, sight.to),
    loadSchedules(database, [id], now, end),
    database.fact.findFirst({
      where: { stream: `schedule:${id}`, kind: { startsWith: 'schedule.' } },
      orderBy: { seq: 'desc' },
      select: { seq: true },
    }),
    loadHolidays(database, id, from < now ? from : now, to > year ? to : year),
  ]);
  const [wider, coming] = [around, ahead].map((found) => found.get(id));
  if (!wider || !coming) return null;
  const touches = (each: { from: Instant; to: Instant }) => each.from < to && each.to > from;
  return {
    now,
    schedule: { ...wider, overrides: wider.overrides.filter(touches) },
    outlook: outlookOf(coming, now),
    duties: dutiesSince(wider, sight.from, sight.to).filter(touches),
    span,
    sight,
    holidays,
    clockChanges: clockChangesOf(wider, from, to),
    basis: last?.seq ?? 0,
  };
}

/** Before it was written down there was nobody to be missing. */
function dutiesSince(schedule: Schedule, from: Instant, to: Instant): Duty[] {
  const begins = later(from, schedule.versions[0]?.from ?? to);
  return begins < to ? dutiesOf(schedule, begins, to) : [];
}
