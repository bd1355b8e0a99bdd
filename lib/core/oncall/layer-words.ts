import type { Layer, WeeklyHours } from './layer';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const short = weekdays.map((name) => name.slice(0, 3));
const dayMs = 24 * 60 * 60 * 1_000;

/** How duty passes on in a layer, as a person would say it: "weekly on Monday at 09:00; Mon–Fri 09:00–17:00". */
export function layerWords(layer: Pick<Layer, 'startsOn' | 'cycleDays' | 'handoffs' | 'hours'>): string {
  const hours = layer.hours.map(hoursWords).join(', ');
  return [turnWords(layer), hours].filter(Boolean).join('; ');
}

function turnWords({ startsOn, cycleDays, handoffs }: Pick<Layer, 'startsOn' | 'cycleDays' | 'handoffs'>): string {
  const [first] = handoffs;
  if (handoffs.length !== 1 || !first) {
    const moments = handoffs.map(({ day, time }) =>
      cycleDays === 1 ? time : `${cycleDays === 7 ? (short[weekday(startsOn, day)] ?? '') : `day ${day + 1}`} ${time}`,
    );
    return `own shifts from ${moments.join(', ')}, every ${cycleDays === 1 ? 'day' : `${cycleDays} days`}`;
  }
  if (cycleDays === 1) return `daily at ${first.time}`;
  if (cycleDays % 7 !== 0) return `every ${cycleDays} days at ${first.time}`;
  const on = `on ${weekdays[weekday(startsOn, first.day)] ?? ''} at ${first.time}`;
  return cycleDays === 7 ? `weekly ${on}` : `every ${cycleDays / 7} weeks ${on}`;
}

function hoursWords({ days, from, until }: WeeklyHours): string {
  return `${daysWords(days)} ${from}–${until}`;
}

function daysWords(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  const name = (day: number) => short[day - 1] ?? '';
  if (sorted.length === 7) return 'every day';
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)}–${name(last)}`;
  return sorted.map(name).join(', ');
}

/** 0 for Monday. */
function weekday(startsOn: string, day: number): number {
  return (new Date(Date.parse(`${startsOn}T00:00:00Z`) + day * dayMs).getUTCDay() + 6) % 7;
}
