const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, '0');

/** Milliseconds as a clock: `06:12`, from an hour on `1:02:09`. Negative counts as zero. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** Milliseconds in words, one unit: `48 s`, `41 min`, `3 h 20 min`, `2 d`. */
export function formatDuration(ms: number): string {
  const span = Math.abs(ms);
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  if (span < DAY) {
    const minutes = Math.floor((span % HOUR) / MINUTE);
    return `${Math.floor(span / HOUR)} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  }
  return `${Math.floor(span / DAY)} d`;
}

/** Epoch milliseconds against now, in words: `6 min ago`, `in 4 min`, `just now`. */
export function formatAgo(at: number, now: number): string {
  const past = now - at;
  if (Math.abs(past) < 10 * SECOND) return 'just now';
  return past > 0 ? `${formatDuration(past)} ago` : `in ${formatDuration(past)}`;
}

/** What a countdown says: `06:12` until due (the last second reads 00:01), `+02:10` after. Both arguments in epoch milliseconds. */
export function formatCountdown(dueAt: number, now: number): { text: string; overdue: boolean } {
  const left = dueAt - now;
  if (left > 0) return { text: formatClock(Math.ceil(left / SECOND) * SECOND), overdue: false };
  return { text: `+${formatClock(-left)}`, overdue: true };
}
