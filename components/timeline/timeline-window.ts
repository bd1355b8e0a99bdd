// The part of a timeline that a browser holds: kept in order and up to date fact by fact, purely.
import { type IncidentFact } from '@/lib/core/facts';
import { isKeyMoment } from '@/lib/core/facts';
import { type TimelineFilter, matchesFilter } from '@/lib/core/timeline/filter';
import { type TimelineCursor, type TimelineItem, type TimelinePage } from '@/lib/core/timeline/page';

/** `items` are oldest first. `seq` is how far the incident's facts have been taken in. */
export interface TimelineWindow extends Omit<TimelinePage, 'target'> {
  /** Newer facts that lie beyond `after`, so that they are not among the items. */
  beyond: number;
}

/** Most items held; beyond it those farthest from the reader are let go and fetched again when wanted. */
export const mostHeld = 2_000;

export function openWindow(page: TimelinePage): TimelineWindow {
  const { items, before, after, hidden, seq } = page;
  return { items, before, after, hidden, seq, beyond: 0 };
}

export function addOlder(window: TimelineWindow, page: TimelinePage): TimelineWindow {
  const items = merge(page.items, window.items);
  if (items.length <= mostHeld) return { ...window, items, before: page.before };
  const kept = items.slice(0, mostHeld);
  return { ...window, items: kept, before: page.before, after: cursorOf(kept.at(-1)) };
}

export function addNewer(window: TimelineWindow, page: TimelinePage): TimelineWindow {
  const items = merge(window.items, page.items);
  const beyond = page.after ? window.beyond : 0;
  const seq = Math.max(window.seq, page.after ? 0 : page.seq);
  if (items.length <= mostHeld) return { ...window, items, after: page.after, beyond, seq };
  const kept = items.slice(-mostHeld);
  return { ...window, items: kept, after: page.after, beyond, seq, before: cursorOf(kept[0]) };
}

/** Puts items where they belong, if that is within what is held. */
export function insertItems(window: TimelineWindow, items: readonly TimelineItem[]): TimelineWindow {
  return {
    ...window,
    items: merge(
      window.items,
      items.filter((item) => within(window, item)),
    ),
  };
}

/** Takes in the facts that follow `window.seq`. `wanted` are facts that came into view and must be fetched. */
export function takeIn(
  before: TimelineWindow,
  filter: TimelineFilter,
  facts: readonly IncidentFact[],
): { window: TimelineWindow; added: number[]; wanted: number[] } {
  let window = before;
  const added: number[] = [];
  const wanted: number[] = [];
  for (const fact of facts) {
    if (fact.seq <= window.seq) continue;
    if (fact.seq > window.seq + 1) return { window: missed(window, fact.seq), added, wanted };
    window = { ...changedBy(window, filter, fact, wanted), seq: fact.seq };
    const item: TimelineItem = { fact, place: fact.at, pinned: false, corrections: [] };
    if (!matchesFilter(filter, fact, false)) {
      window = { ...window, hidden: window.hidden === null ? null : window.hidden + 1 };
    } else if (window.after && compare(item, window.after) > 0) {
      window = { ...window, beyond: window.beyond + 1 };
    } else if (within(window, item)) {
      window = { ...window, items: merge(window.items, [item]) };
      added.push(fact.seq);
    }
  }
  return { window, added, wanted };
}

/** Facts up to `seq` never came: what is newer than the items held must be fetched. */
export function missed(window: TimelineWindow, seq: number): TimelineWindow {
  return {
    ...window,
    seq,
    after: window.after ?? cursorOf(window.items.at(-1)) ?? { place: '1970-01-01T00:00:00.000Z', seq: 0 },
  };
}

function changedBy(
  window: TimelineWindow,
  filter: TimelineFilter,
  fact: IncidentFact,
  wanted: number[],
): TimelineWindow {
  if (fact.kind === 'note.corrected') {
    const old = window.items.find((item) => item.fact.seq === fact.data.seq);
    if (!old) return window;
    const corrected = { ...old, place: fact.data.at, corrections: [...old.corrections, fact] };
    const others = window.items.filter((item) => item !== old);
    return { ...window, items: within(window, corrected) ? merge(others, [corrected]) : others };
  }
  if (fact.kind !== 'fact.pinned' && fact.kind !== 'fact.unpinned') return window;
  const pinned = fact.kind === 'fact.pinned';
  const { seq } = fact.data;
  const old = window.items.find((item) => item.fact.seq === seq);
  if (filter.view !== 'moments') {
    return { ...window, items: window.items.map((item) => (item === old ? { ...item, pinned } : item)) };
  }
  if (old && !pinned && !isKeyMoment(old.fact.kind)) {
    return { ...window, items: window.items.filter((item) => item !== old), hidden: shift(window.hidden, 1) };
  }
  if (!old && pinned) wanted.push(seq);
  if (!old) return pinned ? { ...window, hidden: shift(window.hidden, -1) } : window;
  return { ...window, items: window.items.map((item) => (item === old ? { ...item, pinned } : item)) };
}

function shift(count: number | null, by: number): number | null {
  return count === null ? null : Math.max(0, count + by);
}

function within({ before, after }: TimelineWindow, item: TimelineItem): boolean {
  return (!before || compare(item, before) >= 0) && (!after || compare(item, after) <= 0);
}

function cursorOf(item: TimelineItem | undefined): TimelineCursor | null {
  return item ? { place: item.place, seq: item.fact.seq } : null;
}

function compare(item: TimelineItem, edge: TimelineCursor): number {
  if (item.place !== edge.place) return item.place < edge.place ? -1 : 1;
  return item.fact.seq - edge.seq;
}

/** Both in order, each fact once; the later list's version stands. */
function merge(first: readonly TimelineItem[], second: readonly TimelineItem[]): TimelineItem[] {
  if (second.length === 0) return [...first];
  const newer = new Set(second.map((item) => item.fact.seq));
  return [...first.filter((item) => !newer.has(item.fact.seq)), ...second].sort((a, b) =>
    compare(a, { place: b.place, seq: b.fact.seq }),
  );
}
