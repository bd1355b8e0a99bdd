import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IncidentFact, type NewIncidentFact, keyMoments, record } from '../facts';
import { instantOf } from '../instant';
import {
  type TimelineFilter,
  everythingFilter,
  isNarrowed,
  keyMomentsFilter,
  matchesFilter,
  parseTimelineFilter,
  timelineParams,
} from './filter';
import { groupOf, kindsOf, timelineGroups } from './groups';
import { cursorText, parseCursor, parseInstant, parseTimelineRequest, readerOf } from './page';

const actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'responder' } as const;
function fact(given: NewIncidentFact): IncidentFact {
  return record([given], { stream: 'incident:1', seq: 0, actor, now: instantOf(0) })[0] as IncidentFact;
}
const note = (text: string) => fact({ kind: 'note.added', data: { text, attachment: null } });

const filters: fc.Arbitrary<TimelineFilter> = fc
  .record({
    view: fc.constantFrom('moments' as const, 'everything' as const),
    groups: fc.subarray([...timelineGroups]),
    person: fc.option(fc.stringMatching(/^[a-z0-9]{1,8}$/), { nil: null }),
    text: fc.option(
      fc
        .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
        .map((text) => text.trim())
        .filter(Boolean),
      { nil: null },
    ),
  })
  .map((filter) => (isNarrowed(filter) ? { ...filter, view: 'everything' as const } : filter));

describe('a filter and its address', () => {
  test('reading what was written gives the same filter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const params = timelineParams(filter);
        expect(parseTimelineFilter((name) => params[name as keyof typeof params] ?? null)).toEqual(filter);
      }),
    );
  });

  test.each([
    ['show=nonsense', keyMomentsFilter],
    ['show=everything', everythingFilter],
    ['kind=notes,nonsense,updates', { ...everythingFilter, groups: ['updates', 'notes'] }],
    ['q=+', keyMomentsFilter],
    ['q=%00', keyMomentsFilter],
    ['q=a%00b', { ...everythingFilter, text: 'ab' }],
  ])('%s', (query, filter) => {
    const params = new URLSearchParams(query);
    expect(parseTimelineFilter((name) => params.get(name))).toEqual(filter);
  });
});

describe('places', () => {
  test('a cursor survives its text', () => {
    const cursor = { place: '2026-11-21T03:00:00.001Z', seq: 17 };
    expect(parseCursor(cursorText(cursor))).toEqual(cursor);
  });

  test.each([
    null,
    '',
    '~',
    '2026~1',
    '2026-11-21T03:00:00.000Z',
    '2026-11-21T03:00:00.000Z~-1',
    '2026-11-21T03:00:00.000Z~2147483648',
    '0000-01-01T00:00:00.000Z~1',
    '9999-12-31T23:59:00-01:00~1',
    'x~1',
    "';drop~1",
  ])('%s is no cursor', (text) => expect(parseCursor(text)).toBeNull());

  test('a moment may carry any offset', () => {
    expect(parseInstant('2026-11-21T04:00:00+01:00')).toBe('2026-11-21T03:00:00.000Z');
    expect(parseInstant('2026-11-21T25:00:00Z')).toBeNull();
    expect(parseInstant('yesterday')).toBeNull();
  });

  test('an address may ask for a fact or a moment', () => {
    const place = (params: Record<string, string>) => parseTimelineRequest(readerOf(params)).place;
    expect(place({ fact: '12' })).toEqual({ fact: 12 });
    expect(place({ fact: '0' })).toBe('newest');
    expect(place({ at: '2026-11-21T03:00:00Z' })).toEqual({ at: '2026-11-21T03:00:00.000Z' });
    expect(place({})).toBe('newest');
  });
});

describe('what matches', () => {
  test('every key moment is in a group, and every group has kinds', () => {
    for (const kind of keyMoments) expect(timelineGroups).toContain(groupOf(kind));
    for (const group of timelineGroups) expect(kindsOf([group]).length).toBeGreaterThan(0);
  });

  test('key moments are shown, others once pinned', () => {
    expect(matchesFilter(keyMomentsFilter, note('a'), false)).toBe(false);
    expect(matchesFilter(keyMomentsFilter, note('a'), true)).toBe(true);
    const phase = fact({ kind: 'phase.changed', data: { from: 'triage', to: 'identified', reason: null } });
    expect(matchesFilter(keyMomentsFilter, phase, false)).toBe(true);
  });

  test.each([
    ['payment', true],
    ['PAY gateway', true],
    ['ments', false],
    ['payments nothing', false],
  ])('“%s” in “Payments gateway restarted”: %s', (text, found) => {
    expect(matchesFilter({ ...everythingFilter, text }, note('Payments gateway restarted'), false)).toBe(found);
  });

  test('by group and by person', () => {
    expect(matchesFilter({ ...everythingFilter, groups: ['tasks'] }, note('a'), false)).toBe(false);
    expect(matchesFilter({ ...everythingFilter, groups: ['notes'], person: 'ada' }, note('a'), false)).toBe(true);
    expect(matchesFilter({ ...everythingFilter, person: 'bea' }, note('a'), false)).toBe(false);
  });
});
