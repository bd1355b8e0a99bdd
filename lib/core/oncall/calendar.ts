// Duties as a calendar shows them: days of one zone, each with the parts of it that somebody is on call.
import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf, msOf } from '../instant';
import { type Duty } from './schedule';
import { type Day, dayAfter, dayAt, isDay, reached, weekdayOf } from './wall-clock';

export const calendarViews = ['week', 'month', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** `from` and `until` are times on the wall, `until` 24:00 at the end of the day; `start` and `end` its share of the day, 0 to 1. */
export interface Stretch {
  from: string;
  until: string;
  start: number;
  end: number;
  duty: Duty;
}

export interface CalendarDay {
  day: Day;
  next: Day;
  stretches: Stretch[];
  /** Names of the holidays that it is, or a part of it. */
  holidays: string[];
}

/** A time that the calendar of a schedule names. */
export interface Holiday {
  name: string;
  from: Instant;
  to: Instant;
}

/** The days that a view shows: the week that holds `on`; as a list, four weeks from `on` on; as a month the whole weeks that hold the month of `on`. */
export function daysShown(view: CalendarView, on: Day): { first: Day; last: Day } {
  if (view === 'list') return { first: on, last: dayAfter(on, 27) };
  if (view === 'week') return { first: mondayOf(on), last: dayAfter(mondayOf(on), 6) };
  const date = Temporal.PlainDate.from(on);
  const end = date.with({ day: date.daysInMonth }).toString();
  return { first: mondayOf(date.with({ day: 1 }).toString()), last: dayAfter(mondayOf(end), 6) };
}

/** The Monday of the week that holds a day. */
export function mondayOf(day: Day): Day {
  return dayAfter(day, 1 - weekdayOf(day));
}

/** A day of the view before (`step` -1) or after (1) the one that holds `on`. */
export function dayOfNextView(view: CalendarView, on: Day, step: 1 | -1): Day {
  if (view === 'week') return dayAfter(on, 7 * step);
  if (view === 'list') return dayAfter(on, 28 * step);
  return Temporal.PlainDate.from(on).with({ day: 1 }).add({ months: step }).toString();
}

/** The moments at which `first` begins and `last` ends in `zone`. */
export function momentsOf({ first, last }: { first: Day; last: Day }, zone: string): { from: Instant; to: Instant } {
  return {
    from: instantOf(reached(first, '00:00', zone)),
    to: instantOf(reached(dayAfter(last, 1), '00:00', zone)),
  };
}

/** Each day from `first` to `last` with its duties, cut to it. A day that the zone skipped has none. */
export function calendarOf(
  duties: readonly Duty[],
  { first, last }: { first: Day; last: Day },
  zone: string,
  holidays: readonly Holiday[] = [],
): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = first; day <= last; day = dayAfter(day, 1)) {
    const begins = reached(day, '00:00', zone);
    const ends = reached(dayAfter(day, 1), '00:00', zone);
    const share = (ms: number) => (ms - begins) / (ends - begins);
    const stretches = duties.flatMap((duty): Stretch[] => {
      const [from, to] = [Math.max(begins, msOf(duty.from)), Math.min(ends, msOf(duty.to))];
      if (from >= to) return [];
      const until = to === ends ? '24:00' : wallTime(to, zone);
      return [{ from: wallTime(from, zone), until, start: share(from), end: share(to), duty }];
    });
    const named = holidays.filter(({ from, to }) => msOf(from) < ends && msOf(to) > begins).map(({ name }) => name);
    days.push({ day, next: dayAfter(day, 1), stretches, holidays: [...new Set(named)] });
  }
  return days;
}

/** A moment as clocks of `zone` show it, to the minute: `2026-11-22T09:00`. */
export function wallAt(instant: Instant, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return at.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The moment at which clocks of `zone` reach `wall` (`2026-11-22T09:00`); null when this is no such text. */
export function momentOf(wall: string, zone: string): Instant | null {
  const [, day, time] = /^([^T]+)T((?:[01]\d|2[0-3]):[0-5]\d)$/u.exec(wall) ?? [];
  if (day === undefined || time === undefined || !isDay(day)) return null;
  return instantOf(reached(day, time, zone));
}

/** The day in `zone` that a text names (`2026-11-22`), or else the day it is at `now`. */
export function dayNamed(text: string | undefined, now: Instant, zone: string): Day {
  return text !== undefined && isDay(text) ? text : dayAt(msOf(now), zone);
}

function wallTime(ms: number, zone: string): string {
  return wallAt(instantOf(ms), zone).slice(11);
}
