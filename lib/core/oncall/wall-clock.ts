import { DAY } from '../instant';
import { aheadAt, marginMs, offsetsAround } from './zone-offsets';

/** A day as a calendar shows it (`2026-03-29`). */
export type Day = string;
/** A time as a clock on the wall shows it (`09:00`). */
export type WallTime = string;

/**
 * Milliseconds since 1970 at which the clocks of `zone` (an IANA name) first reach `time` of `day`. A time that is skipped (daylight
 * saving, or a whole day at the date line) is reached when the clocks jump over it; one that comes twice, at its first coming.
 * So a later time on the wall is never an earlier moment, and no shift is lost or doubled.
 */
export function reached(day: Day, time: WallTime, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  let last = wall;
  for (const { from, to, ahead } of offsetsAround(wall, zone)) {
    if (to <= wall - marginMs) continue;
    last = wall - ahead;
    if (last < from) return from;
    if (last < to) return last;
  }
  return last;
}

/** The day that calendars of `zone` show at `ms` since 1970. */
export function dayAt(ms: number, zone: string): Day {
  return dayOf(ms + aheadAt(ms, zone));
}

export function dayAfter(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** Whether a text is a day of the calendar, in this form, between the years 1000 and 2999. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/u.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && dayOf(ms) === text;
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, -14);
}
