import { Temporal } from 'temporal-polyfill';

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
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !later.toPlainDateTime().equals(wall);
  const jump = skipped ? earlier.getTimeZoneTransition('next') : null;
  return (jump ?? earlier).epochMilliseconds;
}

/** The day that calendars of `zone` show at `ms` since 1970. */
export function dayAt(ms: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function dayAfter(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Whether a text is a day of the calendar, in this form, between the years 1000 and 2999. */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/u.test(text)) return false;
  try {
    return Boolean(Temporal.PlainDate.from(text));
  } catch {
    return false;
  }
}
