import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { DAY, HOUR, type Instant, between, plus } from '../instant';
import { awayOnCall, awaySentence } from './away';
import { type Schedule, onCallAt } from './schedule';

const start: Instant = '2026-11-23T09:00:00.000Z';
const [ada, bea] = [
  { id: 'ada', name: 'Ada' },
  { id: 'bea', name: 'Bea' },
];
const schedule: Schedule = {
  id: 'payments',
  name: 'Payments',
  timeZone: 'UTC',
  versions: [
    {
      from: start,
      layers: [
        {
          id: 'primary',
          name: 'Primary',
          timeZone: 'UTC',
          startsOn: '2026-11-23',
          cycleDays: 1,
          handoffs: [{ day: 0, time: '09:00' }],
          people: [ada, bea],
          hours: [],
        },
      ],
    },
  ],
  overrides: [],
};
const until = plus(start, 10 * DAY);
const off = (person: typeof ada, from: number, to: number) => ({
  person,
  name: 'Holiday',
  from: plus(start, from * HOUR),
  to: plus(start, to * HOUR),
});

it('finds the part of a shift at which its person is away, and says so', () => {
  const found = awayOnCall([schedule], [off(bea, 30, 50), off(bea, 40, 60), off(ada, 26, 40)], start, until);
  expect(found).toEqual([
    {
      schedule: { id: 'payments', name: 'Payments' },
      person: bea,
      from: plus(start, 30 * HOUR),
      to: plus(start, 48 * HOUR),
    },
  ]);
  expect(found.map(awaySentence)).toEqual(['Bea is on call in Payments but away.']);
});

test('law: it is every hour on call and away, and no other', () => {
  const hours = fc.integer({ min: -50, max: 300 });
  fc.assert(
    fc.property(fc.constantFrom(ada, bea), hours, fc.integer({ min: 1, max: 200 }), (person, from, length) => {
      const time = off(person, from, from + length);
      const found = awayOnCall([schedule], [time], start, until);
      const said = found.reduce((sum, each) => sum + between(each.from, each.to) / HOUR, 0);
      let expected = 0;
      for (let at = start; at < until; at = plus(at, HOUR)) {
        if (at >= time.from && at < time.to && onCallAt(schedule, at)?.id === person.id) expected += 1;
      }
      expect(said).toBe(expected);
    }),
    { numRuns: 40 },
  );
});
