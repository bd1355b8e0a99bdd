import { type FactOf, type IncidentFact } from '../facts';
import { type Instant, instantOf, isInstant } from '../instant';
import { type TimelineFilter, parseTimelineFilter } from './filter';

/** A fact where the timeline shows it: `place` is its time after corrections, `corrections` are oldest first. */
export interface TimelineItem {
  fact: IncidentFact;
  place: Instant;
  pinned: boolean;
  corrections: FactOf<'note.corrected'>[];
}

/** Between two items: everything is ordered by place, then seq. */
export interface TimelineCursor {
  place: Instant;
  seq: number;
}

/** Where to open: the newest, beside a cursor, around a moment, or around one fact. */
export type TimelinePlace =
  'newest' | { before: TimelineCursor } | { after: TimelineCursor } | { at: Instant } | { fact: number };

/**
 * Items oldest first. `before` and `after` lead to older and newer ones, null where there are none. `hidden` counts what the
 * filter leaves out, null when too many match to count. `seq` is how far the incident had come. `target` is what was asked for.
 */
export interface TimelinePage {
  items: TimelineItem[];
  before: TimelineCursor | null;
  after: TimelineCursor | null;
  hidden: number | null;
  seq: number;
  target: number | null;
}

/** Most facts that a filter's matches are counted to. */
export const mostCounted = 10_000;

export function cursorText({ place, seq }: TimelineCursor): string {
  return `${place}~${seq}`;
}

/** The cursor in `2026-11-21T03:00:00.000Z~17`, or null. */
export function parseCursor(text: string | null): TimelineCursor | null {
  const [place, seq] = (text ?? '').split('~');
  const at = parseInstant(place ?? null);
  return at !== null && seq && /^\d{1,9}$/.test(seq) ? { place: at, seq: Number(seq) } : null;
}

/** Any ISO 8601 date-time with an offset, brought to our one form; null for anything else. */
export function parseInstant(text: string | null): Instant | null {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const ms = Date.parse(text);
  const instant = Number.isNaN(ms) ? '' : instantOf(ms);
  return isInstant(instant) ? instant : null;
}

/** Filter and place from an address: `before`, `after`, `at` or `fact` beside the filter's own parameters. */
export function parseTimelineRequest(read: (name: string) => string | null): {
  filter: TimelineFilter;
  place: TimelinePlace;
} {
  return { filter: parseTimelineFilter(read), place: parsePlace(read) };
}

function parsePlace(read: (name: string) => string | null): TimelinePlace {
  const before = parseCursor(read('before'));
  if (before) return { before };
  const after = parseCursor(read('after'));
  if (after) return { after };
  const at = parseInstant(read('at'));
  if (at) return { at };
  const seq = read('fact');
  return seq && /^\d{1,9}$/.test(seq) && Number(seq) > 0 ? { fact: Number(seq) } : 'newest';
}

/** A reader for Next's `searchParams` object; a name given several times is a list with commas. */
export function readerOf(params: Record<string, string | string[] | undefined>): (name: string) => string | null {
  return (name) => {
    const value = params[name];
    return (Array.isArray(value) ? value.join(',') : value) ?? null;
  };
}

/** The words and time of a note as they stand now, and those they replaced, newest first. */
export function standingNote(item: TimelineItem & { fact: FactOf<'note.added'> }): {
  text: string;
  at: Instant;
  former: { text: string; at: Instant; correction: FactOf<'note.corrected'> }[];
} {
  const versions = [{ text: item.fact.data.text, at: item.fact.at }, ...item.corrections.map(({ data }) => data)];
  const standing = versions.at(-1) ?? { text: '', at: item.place };
  const former = item.corrections.map((correction, index) => {
    const { text, at } = versions[index] ?? correction.data.former;
    return { text, at, correction };
  });
  return { text: standing.text, at: standing.at, former: former.reverse() };
}
