import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR, type Instant, between, plus } from '../instant';
import { type Layer } from './layer';
import { type Override, type Schedule, dutiesOf } from './schedule';
import { turnsOf } from './turns';

const [ada, bea] = [
  { id: 'ada', name: 'Ada' },
  { id: 'bea', name: 'Bea' },
];
const start: Instant = '2026-11-02T09:00:00.000Z';

const weekly: Layer = {
  id: 'primary',
  name: 'Primary',
  timeZone: 'UTC',
  startsOn: '2026-11-02',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
  people: [ada, bea],
  hours: [],
};

const schedule = (overrides: Override[] = [], layer: Partial<Layer> = {}): Schedule => ({
  id: 'payments',
  name: 'Payments',
  timeZone: 'UTC',
  versions: [{ from: start, layers: [{ ...weekly, ...layer }] }],
  overrides,
});
const override = (from: Instant, to: Instant, id = 'one'): Override => ({
  id,
  person: bea,
  from,
  to,
  reason: '',
  swap: null,
});

describe('shifts as they came about', () => {
  it('are whole, beyond what was asked for', () => {
    const [first, ...rest] = turnsOf(schedule(), plus(start, 8 * DAY), plus(start, 9 * DAY));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ person: bea, from: plus(start, 7 * DAY), to: plus(start, 14 * DAY) });
  });

  it('are whole when they last for months', () => {
    const rota = schedule([], { cycleDays: 140 });
    const seen = [80, 100].map((day) => turnsOf(rota, plus(start, day * DAY), plus(start, (day + 1) * DAY)));
    expect(seen.flat().map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 2 }, () => [start, plus(start, 140 * DAY)]),
    );
  });

  it('are one each although the same person follows themselves', () => {
    const alone = turnsOf(schedule([], { people: [ada] }), start, plus(start, 21 * DAY));
    expect(alone.map(({ from }) => from)).toEqual([start, plus(start, 7 * DAY), plus(start, 14 * DAY)]);
  });

  it('keep their keys when an override moves', () => {
    const keys = (at: number) =>
      turnsOf(schedule([override(plus(start, at), plus(start, at + HOUR))]), start, plus(start, 7 * DAY)).map(
        ({ key }) => key,
      );
    const first = `primary/${start}`;
    expect(keys(DAY)).toEqual([first, 'one', `${first}/2`]);
    expect(keys(3 * DAY)).toEqual(keys(DAY));
  });
});

const spans = fc
  .tuple(fc.integer({ min: -20, max: 60 * 24 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, hours]) => [plus(start, from * HOUR), plus(start, (from + hours) * HOUR)] as const);

test('law: shifts are the duties, no second more or less, and no key comes twice', () => {
  fc.assert(
    fc.property(
      fc.array(spans, { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (overrides, cycleDays, office) => {
        const hours = office ? [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }] : [];
        const rota = schedule(
          overrides.map(([from, to], index) => override(from, to, `o${index}`)),
          { cycleDays, hours },
        );
        const [from, to] = [start, plus(start, 28 * DAY)];
        const turns = turnsOf(rota, from, to);
        expect(new Set(turns.map(({ key }) => key)).size).toBe(turns.length);
        for (const person of [ada, bea]) {
          const inDuties = dutiesOf(rota, from, to)
            .filter((duty) => duty.person?.id === person.id)
            .reduce((sum, duty) => sum + between(duty.from, duty.to), 0);
          const inTurns = turns
            .filter((turn) => turn.person.id === person.id)
            .reduce((sum, turn) => sum + between(turn.from < from ? from : turn.from, turn.to > to ? to : turn.to), 0);
          expect(inTurns).toBe(inDuties);
        }
      },
    ),
    { numRuns: 60 },
  );
});
