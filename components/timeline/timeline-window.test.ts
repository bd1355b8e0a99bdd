import { describe, expect, test } from 'vitest';
import { type IncidentFact, type NewIncidentFact, record } from '@/lib/core/facts';
import { instantOf } from '@/lib/core/instant';
import { everythingFilter, keyMomentsFilter } from '@/lib/core/timeline/filter';
import { type TimelineItem, type TimelinePage } from '@/lib/core/timeline/page';
import { addNewer, addOlder, insertItems, missed, mostHeld, openWindow, takeIn } from './timeline-window';

const actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'responder' } as const;
const at = (minute: number) => instantOf(minute * 60_000);

function fact(seq: number, minute = seq, given?: NewIncidentFact): IncidentFact {
  const made = given ?? { kind: 'note.added', data: { text: `note ${seq}`, attachment: null } };
  const [one] = record([{ ...made, at: at(minute) }], { stream: 'incident:1', seq: seq - 1, actor, now: at(seq) });
  return one as IncidentFact;
}

const item = (seq: number, minute = seq): TimelineItem => ({
  fact: fact(seq, minute),
  place: at(minute),
  pinned: false,
  corrections: [],
});
const page = (seqs: number[], more: Partial<TimelinePage> = {}): TimelinePage => ({
  items: seqs.map((seq) => item(seq)),
  before: null,
  after: null,
  hidden: 0,
  seq: Math.max(0, ...seqs),
  target: null,
  ...more,
});
const seqs = (items: readonly TimelineItem[]) => items.map((each) => each.fact.seq);

describe('pages', () => {
  test('older and newer pages join without a double', () => {
    const window = addOlder(openWindow(page([4, 5], { before: { place: at(4), seq: 4 } })), page([2, 3, 4]));
    expect(seqs(window.items)).toEqual([2, 3, 4, 5]);
    expect(window.before).toBeNull();
    expect(seqs(addNewer(window, page([5, 6], { seq: 6 })).items)).toEqual([2, 3, 4, 5, 6]);
  });

  test('what is held stays bounded, and the far edge is known', () => {
    const many = Array.from({ length: mostHeld }, (_, index) => index + 101);
    const window = addOlder(openWindow(page(many)), page([98, 99, 100], { before: { place: at(98), seq: 98 } }));
    expect(window.items).toHaveLength(mostHeld);
    expect(window.after).toEqual({ place: at(mostHeld + 97), seq: mostHeld + 97 });
  });
});

describe('live facts', () => {
  test('a fact is added once, where its own time puts it', () => {
    const first = takeIn(openWindow(page([1, 2, 3])), everythingFilter, [fact(3), fact(4, 1.5)]);
    expect(seqs(first.window.items)).toEqual([1, 4, 2, 3]);
    expect(first.added).toEqual([4]);
    expect(takeIn(first.window, everythingFilter, [fact(4, 1.5)]).window).toBe(first.window);
  });

  test('what the filter leaves out is counted as hidden', () => {
    const { window, added } = takeIn(openWindow(page([1])), keyMomentsFilter, [fact(2), fact(3)]);
    expect(window.hidden).toBe(2);
    expect(window.seq).toBe(3);
    expect(added).toEqual([]);
  });

  test('beyond an edge that has more behind it, newer facts are counted and not shown', () => {
    const { window } = takeIn(openWindow(page([1, 2], { after: { place: at(2), seq: 2 }, seq: 9 })), everythingFilter, [
      fact(10),
    ]);
    expect(seqs(window.items)).toEqual([1, 2]);
    expect(window.beyond).toBe(1);
  });

  test('a hole in the numbers opens an edge to fetch across', () => {
    const { window } = takeIn(openWindow(page([1, 2])), everythingFilter, [fact(5)]);
    expect(window.after).toEqual({ place: at(2), seq: 2 });
    expect(window.seq).toBe(5);
    expect(missed(openWindow(page([])), 7).after).not.toBeNull();
  });

  test('a correction moves its note and keeps the former words', () => {
    const corrected = fact(4, 4, {
      kind: 'note.corrected',
      data: { seq: 3, text: 'better', at: at(0.5), former: { text: 'note 3', at: at(3) } },
    });
    const { window } = takeIn(openWindow(page([1, 2, 3])), everythingFilter, [corrected]);
    expect(seqs(window.items)).toEqual([3, 1, 2, 4]);
    expect(window.items[0]?.corrections).toEqual([corrected]);
  });

  test('among key moments a pin brings a fact in and its end takes it out', () => {
    const pin = fact(4, 4, { kind: 'fact.pinned', data: { seq: 2 } });
    const pinned = takeIn(openWindow(page([], { seq: 3, hidden: 3 })), keyMomentsFilter, [pin]);
    expect(pinned.wanted).toEqual([2]);
    expect(pinned.window.hidden).toBe(3);
    const shown = insertItems(pinned.window, [{ ...item(2), pinned: true }]);
    expect(seqs(shown.items)).toEqual([2]);
    const unpin = fact(5, 5, { kind: 'fact.unpinned', data: { seq: 2 } });
    const unpinned = takeIn(shown, keyMomentsFilter, [unpin]);
    expect(seqs(unpinned.window.items)).toEqual([]);
    expect(unpinned.window.hidden).toBe(5);
  });
});
