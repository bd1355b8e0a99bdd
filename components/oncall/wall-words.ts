// What a clock on the wall of a schedule's zone shows, in words. `wall` is `2026-11-24T09:00`, a day `2026-11-24`.
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hourCycle: 'h23', ...options });

const dayFormat = format({ weekday: 'short', day: 'numeric', month: 'short' });
const longFormat = format({ weekday: 'long', day: 'numeric', month: 'long' });
const monthFormat = format({ month: 'long', year: 'numeric' });
const yearFormat = format({ day: 'numeric', month: 'short', year: 'numeric' });

const at = (day: string) => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** "Tue 24 Nov" */
export const dayWords = (day: string) => dayFormat.format(at(day)).replace(',', '');
/** "Tuesday 24 November" */
export const longDayWords = (day: string) => longFormat.format(at(day)).replace(',', '');
/** "November 2026" */
export const monthWords = (day: string) => monthFormat.format(at(day));
/** "16 – 22 Nov 2026" */
export const rangeWords = (first: string, last: string) => yearFormat.formatRange(at(first), at(last));
/** "Tue 24 Nov 09:00" */
export const wallWords = (wall: string) => `${dayWords(wall)} ${wall.slice(11)}`;
export const zoneWords = (zone: string) => zone.replaceAll('_', ' ');
