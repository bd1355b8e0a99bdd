import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE, plus } from '../instant';
import { reminderChoices, remindersDue } from './reminders';
import { type Override, type Schedule } from './schedule';

const start: Instant = '2026-11-23T09:00:00.000Z';
const [ada, bea] = [
  { id: 'ada', name: 'Ada' },
  { id: 'bea', name: 'Bea' },
];
const schedule = (people = [ada, bea], overrides: Override[] = []): Schedule => ({
  id: 'payments',
  name: 'Payments',
  timeZone: 'UTC',
  versions: [
    {
      from: plus(start, -30 * DAY),
      layers: [
        {
          id: 'primary',
          name: 'Primary',
          timeZone: 'UTC',
          startsOn: '2026-11-01',
          cycleDays: 1,
          handoffs: [{ day: 0, time: '09:00' }],
          people,
          hours: [],
        },
      ],
    },
  ],
  overrides,
});
const due = (rota: Schedule, at: Instant, minutes: number | null = 60) =>
  remindersDue(rota, () => minutes, at).map(({ person, from }) => `${person.id} ${from}`);

it('reminds from so long before a shift until it begins', () => {
  expect(due(schedule(), plus(start, -61 * MINUTE))).toEqual([]);
  const [reminded, ...rest] = due(schedule(), plus(start, -60 * MINUTE));
  expect(rest).toEqual([]);
  expect(reminded).toMatch(new RegExp(`^(ada|bea) ${start}$`));
  expect(due(schedule(), plus(start, -1))).toEqual([reminded]);
  expect(due(schedule(), start)).toEqual([]);
  expect(due(schedule(), plus(start, -60 * MINUTE), null)).toEqual([]);
});

it('reminds nobody who is on call already, and of an override as of a shift', () => {
  expect(due(schedule([ada]), plus(start, -30 * MINUTE))).toEqual([]);
  const night = {
    id: 'o',
    person: bea,
    from: plus(start, 3 * HOUR),
    to: plus(start, 5 * HOUR),
    reason: '',
    swap: null,
  };
  expect(due(schedule([ada], [night]), plus(night.from, -MINUTE))).toEqual([`bea ${night.from}`]);
  expect(due(schedule([ada], [night]), plus(night.to, -MINUTE))).toEqual([`ada ${night.to}`]);
});

test('law: looking each minute, every change of hands is told of, once and in time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reminderChoices), fc.integer({ min: 0, max: 59_999 }), (minutes, offset) => {
      const told = new Map<string, Instant>();
      for (let at = plus(start, -2 * DAY + offset); at < plus(start, DAY); at = plus(at, 10 * MINUTE)) {
        for (const key of due(schedule(), at, minutes)) if (!told.has(key)) told.set(key, at);
      }
      for (const day of [0, 1]) {
        const begins = plus(start, (day - 1) * DAY);
        const [key] = [...told.keys()].filter((each) => each.endsWith(begins));
        const at = told.get(key ?? '') ?? '';
        expect(at >= plus(begins, -minutes * MINUTE) && at < plus(begins, -minutes * MINUTE + 11 * MINUTE)).toBe(true);
      }
    }),
    { numRuns: 10 },
  );
});
