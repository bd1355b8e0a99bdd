/** A moment as ISO 8601 in UTC with milliseconds (`2026-11-21T03:00:00.000Z`), so that `<` on the text is `<` in time. */
export type Instant = string;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of a count of milliseconds since 1970. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Whether a text is a moment in this form, in a year of four digits: others sort wrongly, and Postgres has no year 0. */
export function isInstant(text: string): boolean {
  const ms = Date.parse(text);
  return /^[1-9]\d{3}-/.test(text) && !Number.isNaN(ms) && instantOf(ms) === text;
}

/** Milliseconds since 1970. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** `instant` moved by `ms` milliseconds, which may be negative. */
export function plus(instant: Instant, ms: number): Instant {
  return instantOf(msOf(instant) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function between(from: Instant, to: Instant): number {
  return msOf(to) - msOf(from);
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
