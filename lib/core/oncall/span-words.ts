import { type Instant, plus } from '../instant';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A span as clocks of `zone` show it: "Mon 23 Nov 09:00 – Tue 24 Nov 09:00 (Europe/Berlin)". */
export function spanWords({ from, to }: { from: Instant; to: Instant }, zone: string): string {
  return `${momentWords(from, zone)} – ${momentWords(to, zone)} (${zone.replaceAll('_', ' ')})`;
}

/** "Mon 23 Nov 09:00" */
export function momentWords(instant: Instant, zone: string): string {
  return worded(instant, zone, { hour: '2-digit', minute: '2-digit' });
}

/** The days that a span touches: "Thu 3 Dec", or "Thu 3 Dec – Mon 7 Dec". */
export function daysWords({ from, to }: { from: Instant; to: Instant }, zone: string): string {
  const [first, last] = [worded(from, zone, {}), worded(plus(to, -1), zone, {})];
  return first === last ? first : `${first} – ${last}`;
}

function worded(instant: Instant, zone: string, time: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${JSON.stringify(time)}`;
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...day, ...time });
  formats.set(key, format);
  return format.format(new Date(instant)).replaceAll(',', '');
}
