// A layer of a schedule: people who take turns. Each handoff of its cycle passes duty to the next of them, at a time on the wall.
import { type PersonRef } from '../access/actor';
import { type Day, type WallTime, dayAfter, dayAt, daysBetween, reached, weekdayOf } from './wall-clock';

/** When in the cycle duty passes on: day 0 is the cycle's first. */
export interface Handoff {
  day: number;
  time: WallTime;
}

/** Hours of the week on `days` (1 Monday … 7 Sunday). `until` not after `from` means on the next day. */
export interface WeeklyHours {
  days: number[];
  from: WallTime;
  until: WallTime;
}

/**
 * Daily is a cycle of 1 day, weekly of 7, every second week of 14, each with one handoff; own shifts have several handoffs in a
 * cycle. `handoffs` are in order, at least one. `hours` empty means all hours; nobody is on duty outside of them.
 */
export interface Layer {
  id: string;
  name: string;
  /** IANA name; times and days below are as its clocks show them. */
  timeZone: string;
  /** First day of the first cycle; nobody is on duty before its first handoff. */
  startsOn: Day;
  cycleDays: number;
  handoffs: Handoff[];
  people: PersonRef[];
  hours: WeeklyHours[];
}

/** Milliseconds since 1970; `to` is not part of it. */
export interface Span {
  from: number;
  to: number;
}

export interface Shift extends Span {
  person: PersonRef;
}

/** The shifts of `layer` that touch `within`, whole (not cut to it), in order, never overlapping. */
export function shiftsOf(layer: Layer, within: Span): Shift[] {
  const shifts: Shift[] = [];
  const hours = hoursByDay(layer);
  for (const turn of turnsOf(layer, within)) {
    for (const span of inHours(layer, turn, hours)) {
      if (span.from < within.to && span.to > within.from) shifts.push({ ...span, person: turn.person });
    }
  }
  return shifts;
}

function turnsOf(layer: Layer, within: Span): Shift[] {
  const { handoffs, people, startsOn, cycleDays, timeZone } = layer;
  const startOf = (turn: number): number => {
    const { day, time } = handoffs[turn % handoffs.length] ?? { day: 0, time: '00:00' };
    return reached(dayAfter(startsOn, Math.floor(turn / handoffs.length) * cycleDays + day), time, timeZone);
  };
  const cycle = Math.floor(daysBetween(startsOn, dayAt(within.from, timeZone)) / cycleDays);
  const turns: Shift[] = [];
  // One cycle early: a turn of the last one may still last.
  let turn = Math.max(0, (cycle - 1) * handoffs.length);
  for (let from = startOf(turn); from < within.to; turn += 1) {
    const to = startOf(turn + 1);
    const person = people[turn % people.length];
    if (person && to > from && to > within.from) turns.push({ person, from, to });
    from = to;
  }
  return turns;
}

function inHours({ hours, timeZone }: Layer, turn: Span, hoursOf: (day: Day) => readonly Span[]): Span[] {
  if (hours.length === 0) return [turn];
  const open: Span[] = [];
  const last = dayAt(turn.to, timeZone);
  for (let day = dayAfter(dayAt(turn.from, timeZone), -1); day <= last; day = dayAfter(day, 1)) {
    for (const { from, to } of hoursOf(day))
      if (from < turn.to && to > turn.from) open.push({ from: Math.max(turn.from, from), to: Math.min(turn.to, to) });
  }
  return joined(open.filter(({ from, to }) => from < to));
}

/** The open hours that begin on a day. Each day is reckoned once, however many turns touch it: its clock is what takes time. */
function hoursByDay({ hours, timeZone }: Layer): (day: Day) => readonly Span[] {
  const known = new Map<Day, Span[]>();
  return (day) => {
    const found = known.get(day);
    if (found) return found;
    const spans = hours
      .filter(({ days }) => days.includes(weekdayOf(day)))
      .map(({ from, until }) => ({
        from: reached(day, from, timeZone),
        to: reached(until > from ? day : dayAfter(day, 1), until, timeZone),
      }))
      // Hours that a clock change skips are none.
      .filter((span) => span.from < span.to);
    known.set(day, spans);
    return spans;
  };
}

/** Spans that touch or overlap become one. */
export function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = whole.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}
