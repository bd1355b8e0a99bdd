import { expect, it } from 'vitest';
import { DAY, HOUR, msOf } from '../instant';
import { calendarOf, dayNamed, dayOfNextView, daysShown, momentOf, momentsOf, mondayOf, wallAt } from './calendar';
import { type Schedule, dutiesOf } from './schedule';
import { outlookOf, stintsOf } from './outlook';

const ana = { id: 'ana', name: 'Ana' };
const bea = { id: 'bea', name: 'Bea' };
const zone = 'Europe/Berlin';
const daily: Schedule = {
  id: 'payments',
  name: 'Payments',
  timeZone: zone,
  versions: [
    {
      from: '2026-01-01T00:00:00.000Z',
      layers: [
        {
          id: 'primary',
          name: 'Primary',
          timeZone: zone,
          startsOn: '2026-01-01',
          cycleDays: 1,
          handoffs: [{ day: 0, time: '09:00' }],
          people: [ana, bea],
          hours: [],
        },
      ],
    },
  ],
  overrides: [],
};

it('shows the week that holds a day, and all weeks that hold a month', () => {
  expect(mondayOf('2026-03-29')).toBe('2026-03-23');
  expect(daysShown('week', '2026-03-29')).toEqual({ first: '2026-03-23', last: '2026-03-29' });
  expect(daysShown('month', '2026-03-15')).toEqual({ first: '2026-02-23', last: '2026-04-05' });
  expect(daysShown('list', '2026-03-15')).toEqual({ first: '2026-03-15', last: '2026-04-11' });
  expect(dayOfNextView('month', '2026-03-31', -1)).toBe('2026-02-01');
  expect(dayOfNextView('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(dayOfNextView('week', '2026-03-29', 1)).toBe('2026-04-05');
});

it('cuts duties to days, of which one has 23 hours', () => {
  const shown = { first: '2026-03-28', last: '2026-03-30' };
  const { from, to } = momentsOf(shown, zone);
  expect(msOf(to) - msOf(from)).toBe(3 * DAY - HOUR);
  const days = calendarOf(dutiesOf(daily, from, to), shown, zone);
  const read = days.map(({ day, stretches }) =>
    [day, ...stretches.map(({ from: begins, until, duty }) => `${begins}–${until} ${duty.person?.name}`)].join(' '),
  );
  expect(read).toEqual([
    '2026-03-28 00:00–09:00 Bea 09:00–24:00 Ana',
    '2026-03-29 00:00–09:00 Ana 09:00–24:00 Bea',
    '2026-03-30 00:00–09:00 Bea 09:00–24:00 Ana',
  ]);
  for (const { stretches } of days) {
    expect(stretches[0]?.start).toBe(0);
    expect(stretches.at(-1)?.end).toBe(1);
    expect(stretches[0]?.end).toBe(stretches[1]?.start);
  }
  expect(days[1]?.stretches[0]?.end).toBeCloseTo(8 / 23, 12);
});

it('reads a wall clock, the skipped hour as the moment of the jump', () => {
  expect(momentOf('2026-03-29T02:30', zone)).toBe('2026-03-29T01:00:00.000Z');
  expect(momentOf('2026-07-01T09:00', zone)).toBe('2026-07-01T07:00:00.000Z');
  expect(wallAt('2026-07-01T07:00:00.000Z', zone)).toBe('2026-07-01T09:00');
  for (const text of ['', '2026-02-30T09:00', '2026-07-01T24:00', '2026-07-01', 'T09:00'])
    expect(momentOf(text, zone)).toBeNull();
});

it('takes a day from an address, else today as the zone has it', () => {
  expect(dayNamed('2026-02-28', '2026-07-01T22:30:00.000Z', zone)).toBe('2026-02-28');
  expect(dayNamed('2026-02-30', '2026-07-01T22:30:00.000Z', zone)).toBe('2026-07-02');
});

it('says at a glance who is on call, until when, who is next, and where nobody is', () => {
  const now = '2026-07-01T12:00:00.000Z';
  expect(outlookOf(daily, now)).toEqual({
    now: bea,
    until: '2026-07-02T07:00:00.000Z',
    next: { person: ana, from: '2026-07-02T07:00:00.000Z' },
    gaps: [],
  });
  const mine = { id: 'o', person: bea, from: '2026-07-02T07:00:00.000Z', to: '2026-07-02T20:00:00.000Z' };
  const longer = outlookOf({ ...daily, overrides: [{ ...mine, reason: '', swap: null }] }, now);
  expect(longer).toMatchObject({ until: mine.to, next: { person: ana, from: mine.to } });
  const [version] = daily.versions;
  const alone = {
    ...daily,
    versions: [
      { from: version?.from ?? '', layers: version?.layers.map((layer) => ({ ...layer, people: [ana] })) ?? [] },
    ],
  };
  expect(outlookOf(alone, now)).toEqual({ now: ana, until: null, next: null, gaps: [] });
  const none = outlookOf({ ...daily, versions: [] }, now);
  expect(none).toMatchObject({
    now: null,
    until: null,
    next: null,
    gaps: [{ from: now, to: '2026-07-29T12:00:00.000Z' }],
  });
  expect(stintsOf([])).toEqual([]);
});
