// How the burden of a schedule is spread: hours on call, and those of them at night, at weekends and on holidays, by its own clocks.
import { type PersonRef } from '../access/actor';
import { DAY, type Instant, msOf, plus } from '../instant';
import { type Holiday } from './calendar';
import { type Span, joined } from './layer';
import { type Schedule, dutiesOf } from './schedule';
import { rotaOf } from './swap';
import { turnsOf } from './turns';
import { dayAfter, dayAt, reached, weekdayOf } from './wall-clock';

/** Night is from 22:00 until 07:00, the weekend from Saturday 00:00 until Monday 00:00. */
const nightFalls = '22:00';
const nightEnds = '07:00';

export const fairnessSpans = ['month', 'quarter', 'year'] as const;
export type FairnessSpan = (typeof fairnessSpans)[number];
export const fairnessDays: Record<FairnessSpan, number> = { month: 28, quarter: 91, year: 365 };

/** Milliseconds, and the number of shifts that began in the span. */
export interface Burden {
  person: PersonRef;
  onCallMs: number;
  nightMs: number;
  weekendMs: number;
  holidayMs: number;
  shifts: number;
}

/** `gapMs`: nobody was on call. */
export interface Fairness {
  from: Instant;
  to: Instant;
  burdens: Burden[];
  gapMs: number;
}

/** The span that is looked at: as many days back from `now`, or ahead of it. */
export function fairnessSpan(span: FairnessSpan, ahead: boolean, now: Instant): { from: Instant; to: Instant } {
  const ms = fairnessDays[span] * DAY;
  return ahead ? { from: now, to: plus(now, ms) } : { from: plus(now, -ms), to: now };
}

/**
 * What each person of the rota, and whoever else was on call, bears between `from` and `to`; the most burdened first. Days and nights
 * are those of the schedule's zone. Before the schedule was written down nobody was missing.
 */
export function fairnessOf(
  schedule: Schedule,
  holidays: readonly Holiday[],
  span: { from: Instant; to: Instant },
): Fairness {
  const { timeZone: zone, versions } = schedule;
  const written = versions[0]?.from ?? span.to;
  const from = written > span.from ? written : span.from;
  const { to } = span;
  if (from >= to) return { from: to, to, burdens: rotaOf(schedule).map((person) => burdenOf(person)), gapMs: 0 };
  const within = { from: msOf(from), to: msOf(to) };
  const [nights, weekends] = [nightsOf(within, zone), weekendsOf(within, zone)];
  const off = joined(holidays.map((each) => ({ from: msOf(each.from), to: msOf(each.to) })));
  const burdens = new Map(rotaOf(schedule).map((person) => [person.id, burdenOf(person)]));
  let gapMs = 0;
  for (const duty of dutiesOf(schedule, from, to)) {
    const time = { from: msOf(duty.from), to: msOf(duty.to) };
    if (!duty.person) {
      gapMs += time.to - time.from;
      continue;
    }
    const burden = burdens.get(duty.person.id) ?? burdenOf(duty.person);
    burdens.set(duty.person.id, burden);
    burden.onCallMs += time.to - time.from;
    burden.nightMs += shared(time, nights);
    burden.weekendMs += shared(time, weekends);
    burden.holidayMs += shared(time, off);
  }
  for (const turn of turnsOf(schedule, from, to)) {
    const burden = turn.from >= from ? burdens.get(turn.person.id) : undefined;
    if (burden) burden.shifts += 1;
  }
  return { from, to, burdens: [...burdens.values()].sort((a, b) => b.onCallMs - a.onCallMs), gapMs };
}

function burdenOf(person: PersonRef): Burden {
  return { person, onCallMs: 0, nightMs: 0, weekendMs: 0, holidayMs: 0, shifts: 0 };
}

function nightsOf(within: Span, zone: string): Span[] {
  return daysOf(within, zone).map((day) => ({
    from: reached(day, nightFalls, zone),
    to: reached(dayAfter(day, 1), nightEnds, zone),
  }));
}

function weekendsOf(within: Span, zone: string): Span[] {
  return daysOf(within, zone)
    .filter((day) => weekdayOf(day) >= 6)
    .map((day) => ({ from: reached(day, '00:00', zone), to: reached(dayAfter(day, 1), '00:00', zone) }));
}

/** The days that touch the span, and the one before: its night lasts into them. */
function daysOf({ from, to }: Span, zone: string): string[] {
  const days: string[] = [];
  const last = dayAt(to, zone);
  for (let day = dayAfter(dayAt(from, zone), -1); day <= last; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** How much of a span lies in these, which do not overlap. */
function shared(span: Span, others: readonly Span[]): number {
  return others.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
}
