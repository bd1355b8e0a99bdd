import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { instantOf, plus, MINUTE } from '../instant';
import { afterQuiet, plannedOf, type Reachable } from './planned';
import { notificationRulesInput, usualRules } from './rules';

const now = '2026-11-22T03:00:00.000Z';
const methods: Reachable[] = [
  { id: 'call', channel: 'voice' },
  { id: 'mail', channel: 'email' },
  { id: 'text', channel: 'sms' },
  { id: 'phone', channel: 'push' },
];
const inMinutes = (planned: { method: string; dueAt: string }[]) =>
  planned.map(({ method, dueAt }) => [method, (Date.parse(dueAt) - Date.parse(now)) / MINUTE]);

describe('a page', () => {
  it('goes out quietly at once, by SMS after a minute, and rings after three', () => {
    expect(inMinutes(plannedOf('paged', methods, usualRules, now))).toEqual([
      ['mail', 0],
      ['phone', 0],
      ['text', 1],
      ['call', 3],
    ]);
  });

  it('goes out as its person chose, in order of time', () => {
    const page = [
      { method: 'call', afterMinutes: 2 },
      { method: 'phone', afterMinutes: 0 },
    ];
    expect(inMinutes(plannedOf('paged', methods, { ...usualRules, page }, now))).toEqual([
      ['phone', 0],
      ['call', 2],
    ]);
  });

  it('reaches whoever removed every method that they had chosen', () => {
    const page = [{ method: 'gone', afterMinutes: 5 }];
    expect(plannedOf('paged', methods, { ...usualRules, page }, now)).toHaveLength(4);
  });

  it('is not held back by quiet hours', () => {
    const quiet = { from: '22:00', until: '07:00', timeZone: 'Europe/Berlin' };
    expect(plannedOf('paged', methods, { ...usualRules, quiet }, now)[0]?.dueAt).toBe(now);
  });
});

it('goes out like a page where nobody answered one', () => {
  expect(plannedOf('page-unanswered', methods, usualRules, now)).toEqual(plannedOf('paged', methods, usualRules, now));
  expect(plannedOf('page-left', methods, usualRules, now)).toEqual(plannedOf('told', methods, usualRules, now));
});

describe('news', () => {
  it('goes by e-mail, by push where there is none, and never rings by itself', () => {
    expect(inMinutes(plannedOf('told', methods, usualRules, now))).toEqual([['mail', 0]]);
    const unposted = methods.filter(({ id }) => id !== 'mail');
    expect(inMinutes(plannedOf('told', unposted, usualRules, now))).toEqual([['phone', 0]]);
    expect(plannedOf('told', [{ id: 'call', channel: 'voice' }], usualRules, now)).toEqual([]);
  });

  it('goes by what was chosen for it, or by nothing', () => {
    expect(inMinutes(plannedOf('told', methods, { ...usualRules, news: ['text'] }, now))).toEqual([['text', 0]]);
    expect(plannedOf('told', methods, { ...usualRules, news: [] }, now)).toEqual([]);
    // Whoever's every chosen method is gone is still to be told.
    expect(plannedOf('told', methods, { ...usualRules, news: ['gone'] }, now)).toEqual(
      plannedOf('told', methods, usualRules, now),
    );
  });

  it('waits for the end of quiet hours', () => {
    const quiet = { from: '22:00', until: '07:00', timeZone: 'Europe/Berlin' };
    expect(plannedOf('told', methods, { ...usualRules, quiet }, now)[0]?.dueAt).toBe('2026-11-22T06:00:00.000Z');
  });

  it('does not wait where it asks something of its reader now', () => {
    const quiet = { from: '22:00', until: '07:00', timeZone: 'Europe/Berlin' };
    expect(inMinutes(plannedOf('command-overdue', methods, { ...usualRules, quiet }, now))).toEqual([['mail', 0]]);
  });

  it('does not leave the app where it only matters there', () => {
    expect(plannedOf('update-due', methods, usualRules, now)).toEqual([]);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:00', timeZone: 'Europe/Berlin' };
  test.each([
    ['before they begin', night, '2026-11-21T20:59:59.999Z', '2026-11-21T20:59:59.999Z'],
    ['as they begin', night, '2026-11-21T21:00:00.000Z', '2026-11-22T06:00:00.000Z'],
    ['as they end', night, '2026-11-22T06:00:00.000Z', '2026-11-22T06:00:00.000Z'],
    ['over the spring change', night, '2026-03-28T23:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['over the autumn change', night, '2026-10-24T23:00:00.000Z', '2026-10-25T06:00:00.000Z'],
    [
      'within one day',
      { from: '12:00', until: '13:00', timeZone: 'UTC' },
      '2026-11-22T12:30:00.000Z',
      '2026-11-22T13:00:00.000Z',
    ],
    [
      'ending at an hour that is skipped',
      { from: '22:00', until: '02:30', timeZone: 'Europe/Berlin' },
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ],
  ])('%s', (_when, quiet, at, sent) => {
    expect(afterQuiet(quiet, at)).toBe(sent);
  });

  it('hold back for a day at most, and what is sent at their end is not held back again', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((each) => `${String(each).padStart(2, '0')}:00`);
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }).map(instantOf);
    fc.assert(
      fc.property(hour, hour, zone, moment, (from, until, timeZone, at) => {
        fc.pre(from !== until);
        const sent = afterQuiet({ from, until, timeZone }, at);
        expect(sent >= at).toBe(true);
        expect(sent < plus(at, 25 * 60 * MINUTE)).toBe(true);
        expect(afterQuiet({ from, until, timeZone }, sent)).toBe(sent);
      }),
    );
  });
});

test.each([
  [{ page: [], news: null, quiet: null }],
  [{ page: [{ method: 'a', afterMinutes: 31 }], news: null, quiet: null }],
  [{ page: null, news: null, quiet: { from: '24:00', until: '07:00', timeZone: 'UTC' } }],
  [{ page: null, news: null, quiet: { from: '07:00', until: '07:00', timeZone: 'UTC' } }],
  [{ page: null, news: null, quiet: { from: '07:00', until: '08:00', timeZone: 'Moon/Base' } }],
])('rules %j are refused', (rules) => {
  expect(notificationRulesInput.safeParse(rules).success).toBe(false);
});
