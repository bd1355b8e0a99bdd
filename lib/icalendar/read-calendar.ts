import { DAY, type Instant, instantOf, msOf } from '@/lib/core/instant';
import { dayAfter } from '@/lib/core/oncall/wall-clock';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { oneLine } from '@/lib/core/text';
import { type CalendarTime, calendarTime, durationOf, momentOf } from './calendar-time';
import { type ContentLine, Unreadable, contentLines, unescaped } from './content-lines';
import { occurrencesOf } from './occurrences';
import { type Pace, TooMuchWork, paced } from './pace';

/** A time that a calendar names. */
export interface NamedTime {
  name: string;
  from: Instant;
  to: Instant;
}

/** What is read of a file: what touches the time from `from` until `to`. Whole days and times without a zone are those of `zone`. */
export interface Reading {
  zone: string;
  from: Instant;
  to: Instant;
  /** What an event without a name is called. */
  unnamed: string;
}

export const largestCalendar = 1_048_576;
export const mostEvents = 2_000;
/** Nobody is away for longer by one event; what claims so is a mistake. */
const longestMs = 400 * DAY;

/** A file that keeps its reader busy for longer was made to, or names thousands of times that repeat. */
const longestWorkMs = 3_000;

/** The events of an iCalendar file in order, those that repeat as often as they do; or in plain words why it cannot be read. */
export async function readCalendar(bytes: Uint8Array, reading: Reading): Promise<NamedTime[] | Refusal> {
  if (bytes.length > largestCalendar) return no('too-large', 'This file is larger than 1 MB.');
  const pace = paced(longestWorkMs);
  try {
    return await timesOf(contentLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), reading, pace);
  } catch (error) {
    if (error instanceof TooMuchWork)
      return no('too-large', 'This file takes too long to read: too much in it repeats.');
    if (error instanceof Unreadable) return no('invalid', error.message);
    if (error instanceof TypeError) return no('invalid', 'This file is not text in UTF-8.');
    throw error;
  }
}

function no(code: 'invalid' | 'too-large', message: string): Refusal {
  return refuse(code, message, { file: message });
}

type Component = { line: number; of: Map<string, ContentLine>; without: ContentLine[] };

async function timesOf(lines: readonly ContentLine[], reading: Reading, pace: Pace): Promise<NamedTime[] | Refusal> {
  const events = eventsOf(lines);
  const moved = new Set<string>();
  for (const { of } of events) {
    await pace.step();
    const instead = of.get('RECURRENCE-ID');
    if (!instead) continue;
    moved.add(`${of.get('UID')?.value} ${momentOf(calendarTime(instead, reading.zone), reading.zone)}`);
  }
  const times: NamedTime[] = [];
  for (const event of events) {
    for (const time of await timesOfEvent(event, reading, { moved, pace })) times.push(time);
    if (times.length > mostEvents)
      return no('too-large', `There are more than ${mostEvents.toLocaleString('en')} times in this file.`);
  }
  if (times.length === 0) {
    const span = `${reading.from.slice(0, 10)} and ${reading.to.slice(0, 10)}`;
    return no('invalid', `This calendar has no event between ${span}.`);
  }
  return times.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The events of a calendar, without what is nested in them. */
function eventsOf(lines: readonly ContentLine[]): Component[] {
  const [first] = lines;
  if (first?.name !== 'BEGIN' || first.value.trim().toUpperCase() !== 'VCALENDAR') {
    throw new Unreadable(first?.line ?? 1, 'an iCalendar file begins with BEGIN:VCALENDAR.');
  }
  const open: string[] = [];
  const events: Component[] = [];
  for (const each of lines) {
    const what = each.value.trim().toUpperCase();
    if (each.name === 'BEGIN') {
      open.push(what);
      if (what === 'VEVENT') events.push({ line: each.line, of: new Map(), without: [] });
    } else if (each.name === 'END') {
      const last = open.pop();
      if (last !== what) throw new Unreadable(each.line, `END:${what.slice(0, 40)} ends nothing that was begun.`);
    } else if (open.at(-1) === 'VEVENT') {
      const event = events.at(-1);
      if (each.name === 'EXDATE') event?.without.push(each);
      else event?.of.set(each.name, each);
    }
    if (open.length > 10) throw new Unreadable(each.line, 'this is nested too deeply.');
  }
  const last = lines.at(-1);
  if (open.length > 0 && last)
    throw new Unreadable(last.line, `the file ends before END:${open.at(-1)?.slice(0, 40)}.`);
  return events;
}

async function timesOfEvent(
  { line, of, without }: Component,
  reading: Reading,
  { moved, pace }: { moved: ReadonlySet<string>; pace: Pace },
): Promise<NamedTime[]> {
  await pace.step();
  const { zone, unnamed } = reading;
  const begins = of.get('DTSTART');
  if (!begins) throw new Unreadable(line, 'this event has no DTSTART.');
  if (of.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return [];
  const start = calendarTime(begins, zone);
  const lasts = lengthOf(of, start, zone);
  const name =
    oneLine(unescaped(of.get('SUMMARY')?.value ?? ''))
      .trim()
      .slice(0, 120) || unnamed;
  const window = { from: msOf(reading.from) - longestMs, to: msOf(reading.to) };
  const rule = of.get('RRULE');
  const starts = rule ? occurrencesOf(rule, start, window, mostEvents + 1) : [start];
  const not = new Set<number>();
  for (const each of without)
    for (const value of new Set(each.value.split(','))) {
      await pace.step();
      not.add(momentOf(calendarTime({ ...each, value }, zone), zone));
    }
  return starts.flatMap((each): NamedTime[] => {
    const from = momentOf(each, zone);
    if (rule && (not.has(from) || moved.has(`${of.get('UID')?.value} ${from}`))) return [];
    const to = lasts(each);
    if (to <= from || to <= msOf(reading.from) || from >= window.to) return [];
    return [{ name, from: instantOf(from), to: instantOf(to) }];
  });
}

/** When an occurrence that begins at a time ends: days are counted as days, hours as hours. */
function lengthOf(of: Component['of'], start: CalendarTime, zone: string): (begins: CalendarTime) => number {
  const [end, duration] = [of.get('DTEND'), of.get('DURATION')];
  const begun = momentOf(start, zone);
  if (end) {
    const until = calendarTime(end, zone);
    const length = momentOf(until, zone) - begun;
    if (length < 0) throw new Unreadable(end.line, 'this event ends before it begins.');
    if (length > longestMs) throw new Unreadable(end.line, 'this event lasts for more than a year.');
    if ('day' in start && 'day' in until) return wholeDays(Math.round(length / DAY), zone);
    return (begins) => momentOf(begins, zone) + length;
  }
  if (duration) {
    const { weeks, days, hours, minutes, seconds } = durationOf(duration);
    const whole = weeks * 7 + days;
    const length = whole * DAY + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
    if (length > longestMs) throw new Unreadable(duration.line, 'this event lasts for more than a year.');
    return 'day' in start ? wholeDays(Math.max(1, whole), zone) : (begins) => momentOf(begins, zone) + length;
  }
  return 'day' in start ? wholeDays(1, zone) : (begins) => momentOf(begins, zone);
}

function wholeDays(days: number, zone: string): (begins: CalendarTime) => number {
  return (begins) => momentOf('day' in begins ? { day: dayAfter(begins.day, days) } : begins, zone);
}
