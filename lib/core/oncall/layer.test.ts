import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR, instantOf, msOf } from '../instant';
import { type Layer, shiftsOf } from './layer';

const ana = { id: 'ana', name: 'Ana' };
const bea = { id: 'bea', name: 'Bea' };
const cem = { id: 'cem', name: 'Cem' };

const weekly: Layer = {
  id: 'primary',
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-03-02',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
  people: [ana, bea],
  hours: [],
};

function read(layer: Layer, from: string, to: string): string[] {
  const shifts = shiftsOf(layer, { from: msOf(from), to: msOf(to) });
  return shifts.map(
    (shift) => `${shift.person.name} ${instantOf(shift.from).slice(0, 16)} ${instantOf(shift.to).slice(0, 16)}`,
  );
}

it('hands off at nine on the wall through both clock changes', () => {
  expect(read(weekly, '2026-03-24T00:00:00.000Z', '2026-04-07T00:00:00.000Z')).toEqual([
    'Bea 2026-03-23T08:00 2026-03-30T07:00',
    'Ana 2026-03-30T07:00 2026-04-06T07:00',
    'Bea 2026-04-06T07:00 2026-04-13T07:00',
  ]);
  expect(read(weekly, '2026-10-20T00:00:00.000Z', '2026-10-27T00:00:00.000Z')).toEqual([
    'Bea 2026-10-19T07:00 2026-10-26T08:00',
    'Ana 2026-10-26T08:00 2026-11-02T08:00',
  ]);
});

it('has nobody before its first handoff', () => {
  expect(read(weekly, '2026-02-01T00:00:00.000Z', '2026-03-02T08:00:00.000Z')).toEqual([]);
});

it('takes turns by own shifts, every second week, and a day at a time', () => {
  const halves = {
    ...weekly,
    handoffs: [
      { day: 0, time: '09:00' },
      { day: 4, time: '17:00' },
    ],
    people: [ana, bea, cem],
  };
  expect(read(halves, '2026-03-02T08:00:00.000Z', '2026-03-13T16:00:00.000Z')).toEqual([
    'Ana 2026-03-02T08:00 2026-03-06T16:00',
    'Bea 2026-03-06T16:00 2026-03-09T08:00',
    'Cem 2026-03-09T08:00 2026-03-13T16:00',
  ]);
  expect(read({ ...weekly, cycleDays: 14 }, '2026-03-02T08:00:00.000Z', '2026-03-17T00:00:00.000Z')).toEqual([
    'Ana 2026-03-02T08:00 2026-03-16T08:00',
    'Bea 2026-03-16T08:00 2026-03-30T07:00',
  ]);
  expect(read({ ...weekly, cycleDays: 1 }, '2026-03-02T08:00:00.000Z', '2026-03-04T00:00:00.000Z')).toEqual([
    'Ana 2026-03-02T08:00 2026-03-03T08:00',
    'Bea 2026-03-03T08:00 2026-03-04T08:00',
  ]);
});

it('keeps to hours of the week, over midnight too', () => {
  const office = { ...weekly, people: [ana], hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }] };
  expect(read(office, '2026-03-06T00:00:00.000Z', '2026-03-10T00:00:00.000Z')).toEqual([
    'Ana 2026-03-06T08:00 2026-03-06T16:00',
    'Ana 2026-03-09T08:00 2026-03-09T16:00',
  ]);
  const nights = { ...weekly, people: [ana], hours: [{ days: [5], from: '22:00', until: '06:00' }] };
  expect(read(nights, '2026-03-06T00:00:00.000Z', '2026-03-10T00:00:00.000Z')).toEqual([
    'Ana 2026-03-06T21:00 2026-03-07T05:00',
  ]);
});

it('passes duty at the jump when the handoff is in the skipped hour, at its first coming in the doubled one', () => {
  const early = { ...weekly, cycleDays: 1, handoffs: [{ day: 0, time: '02:30' }] };
  expect(read(early, '2026-03-28T12:00:00.000Z', '2026-03-30T00:00:00.000Z')).toEqual(
    ['Ana 2026-03-28T01:30 2026-03-29T01:00', 'Bea 2026-03-29T01:00 2026-03-30T00:30'].map((line) => line),
  );
  expect(read(early, '2026-10-24T12:00:00.000Z', '2026-10-26T00:00:00.000Z')).toEqual([
    'Ana 2026-10-24T00:30 2026-10-25T00:30',
    'Bea 2026-10-25T00:30 2026-10-26T01:30',
  ]);
});

const zones = Intl.supportedValuesOf('timeZone');
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const layers = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    cycleDays: fc.constantFrom(1, 7, 14, 10),
    times: fc.uniqueArray(time, { minLength: 1, maxLength: 3 }),
    count: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ timeZone, cycleDays, times, count }): Layer => ({
    ...weekly,
    timeZone,
    startsOn: '2020-01-01',
    cycleDays,
    handoffs: [...times].sort().map((at) => ({ day: 0, time: at })),
    people: Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `P${index}` })),
  }));

/** Each shift begins when the one before ends, and none is missing or too many. */
function expectWhole(layer: Layer): void {
  const shifts = shiftsOf(layer, { from: msOf('2020-01-03T00:00:00.000Z'), to: msOf('2030-01-03T00:00:00.000Z') });
  const [first] = shifts;
  const turn = first ? layer.people.findIndex(({ id }) => id === first.person.id) : 0;
  for (const [index, shift] of shifts.entries()) {
    const before = shifts[index - 1];
    if ((before && shift.from !== before.to) || shift.to <= shift.from) expect.fail(`${layer.timeZone} ${shift.from}`);
    const next = layer.people[(turn + index) % layer.people.length];
    if (shift.person.id !== next?.id) expect.fail(`${layer.timeZone}: it is the turn of ${next?.name}`);
  }
  const turns = Math.round((10 * 365.25) / layer.cycleDays) * layer.handoffs.length;
  expect(Math.abs(shifts.length - turns)).toBeLessThanOrEqual(layer.handoffs.length * 2);
}

it('loses and doubles no shift over the clock changes of any zone in ten years', () => {
  for (const timeZone of zones) {
    const people = [ana, bea, cem];
    expectWhole({
      ...weekly,
      timeZone,
      people,
      startsOn: '2020-01-01',
      cycleDays: 1,
      handoffs: [{ day: 0, time: '02:30' }],
    });
  }
});

it('has exactly one person at every instant, in turn, over ten years', () => {
  fc.assert(fc.property(layers, expectWhole), { numRuns: 40 });
});

it('is the same however the question is cut', () => {
  fc.assert(
    fc.property(
      layers,
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 1, max: 2_000 }),
      (layer, days, hours) => {
        const from = msOf('2020-02-01T00:00:00.000Z') + days * DAY;
        const at = (ms: number) => shiftsOf(layer, { from: ms, to: ms + 1 });
        const whole = shiftsOf(layer, { from, to: from + hours * HOUR });
        for (const shift of whole) {
          expect(at(shift.from)).toEqual([shift]);
          expect(at(shift.to - 1)).toEqual([shift]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
