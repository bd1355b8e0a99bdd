import { Temporal } from 'temporal-polyfill';
import { type Instant } from './instant';

/**
 * The moment that a clock on the wall of `zone` (an IANA name) showed as `text` (`2026-11-21T14:30`), or null when either is
 * nonsense. A time that daylight saving skips counts as the one after the gap, one that comes twice as the first.
 */
export function instantOfWall(text: string, zone: string): Instant | null {
  try {
    const moment = Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
    return moment.toInstant().toString({ fractionalSecondDigits: 3 });
  } catch {
    return null;
  }
}
