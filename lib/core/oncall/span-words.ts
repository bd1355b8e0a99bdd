import { type Instant } from '../instant';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A span as clocks of `zone` show it: "Mon 23 Nov 09:00 – Tue 24 Nov 09:00 (Europe/Berlin)". */
export function spanWords({ from, to }: { from: Instant; to: Instant }, zone: string): string {
  return `${momentWords(from, zone)} – ${momentWords(to, zone)} (${zone.replaceAll('_', ' ')})`;
}

/** "Mon 23 Nov 09:00" */
export function momentWords(instant: Instant, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(zone, format);
  return format.format(new Date(instant)).replaceAll(',', '');
}
