const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(at: number, zone: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, format);
  return format.format(at);
}

/** `14:32` in a zone. */
export function clockText(at: number, zone: string): string {
  return formatted(at, zone, 'clock', { hour: '2-digit', minute: '2-digit' });
}

/** `Saturday 21 November 2026` in a zone. */
export function dayText(at: number, zone: string): string {
  return formatted(at, zone, 'day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Both readings of a moment, to the second, on two lines: UTC and the reader's zone. */
export function bothTexts(at: number, zone: string): string {
  const full: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'medium' };
  const city = zone.replace(/^.*\//, '').replaceAll('_', ' ');
  return `${formatted(at, 'UTC', 'full', full)} UTC\n${formatted(at, zone, 'full', full)} ${city}`;
}

/** A moment as a `datetime-local` field wants it, in the browser's zone, with seconds. */
export function toWall(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** The instant of a `datetime-local` field's wall time in the browser's zone, or null. */
export function fromWall(wall: string): string | null {
  const at = new Date(wall);
  return wall === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
