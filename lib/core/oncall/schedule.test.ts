import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR, instantOf, msOf } from '../instant';
import { type Layer } from './layer';
import { type Override, type Schedule, dutiesOf, onCallAt } from './schedule';

const ana = { id: 'ana', name: 'Ana' };
const bea = { id: 'bea', name: 'Bea' };
const cem = { id: 'cem', name: 'Cem' };

function layer(id: string, people: Layer['people'], more: Partial<Layer> = {}): Layer {
  const base = {
    timeZone: 'UTC',
    startsOn: '2026-03-02',
    cycleDays: 1,
    handoffs: [{ day: 0, time: '00:00' }],
    hours: [],
  };
  return { id, name: id, people, ...base, ...more };
}

function override(id: string, person: Override['person'], from: string, to: string): Override {
  return { id, person, from: `${from}:00.000Z`, to: `${to}:00.000Z`, reason: '', swap: null };
}

const night = layer('night', [cem], { hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', until: '04:00' }] });
const schedule: Schedule = {
  id: 'payments',
  name: 'Payments',
  timeZone: 'UTC',
  versions: [{ from: '2026-03-01T00:00:00.000Z', layers: [layer('day', [ana, bea]), night] }],
  overrides: [],
};

function read(of: Schedule, from: string, to: string): string[] {
  const duties = dutiesOf(of, `${from}:00.000Z`, `${to}:00.000Z`);
  return duties.map((duty) => `${duty.from.slice(5, 16)} ${duty.person?.name ?? 'nobody'} ${duty.by?.id ?? ''}`.trim());
}

it('lets a later layer go before an earlier one, and shows a gap', () => {
  expect(read(schedule, '2026-03-01T12:00', '2026-03-04T00:00')).toEqual([
    '03-01T12:00 nobody',
    '03-02T00:00 Cem night',
    '03-02T04:00 Ana day',
    '03-02T20:00 Cem night',
    '03-03T04:00 Bea day',
    '03-03T20:00 Cem night',
  ]);
});

it('lets the newest override go before all', () => {
  const overrides = [
    override('first', bea, '2026-03-02T06:00', '2026-03-02T22:00'),
    override('second', cem, '2026-03-02T08:00', '2026-03-02T10:00'),
  ];
  expect(read({ ...schedule, overrides }, '2026-03-02T05:00', '2026-03-03T00:00')).toEqual([
    '03-02T05:00 Ana day',
    '03-02T06:00 Bea first',
    '03-02T08:00 Cem second',
    '03-02T10:00 Bea first',
    '03-02T22:00 Cem night',
  ]);
});

it('leaves who was on call as it was when the layers change', () => {
  const changed = { from: '2026-03-03T12:00:00.000Z', layers: [layer('new', [cem])] };
  expect(
    read({ ...schedule, versions: [...schedule.versions, changed] }, '2026-03-03T06:00', '2026-03-04T06:00'),
  ).toEqual(['03-03T06:00 Bea day', '03-03T12:00 Cem new']);
});

it('covers what is asked without a hole or an overlap, and agrees with every instant in it', () => {
  const start = msOf('2026-02-27T00:00:00.000Z');
  const overrides = fc.array(
    fc.record({
      hour: fc.integer({ min: 0, max: 240 }),
      hours: fc.integer({ min: 1, max: 60 }),
      person: fc.constantFrom(ana, bea, cem),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(overrides, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 100 }), (some, hour, hours) => {
      const all = some.map(({ hour: from, hours: length, person }, index) => ({
        ...override(`o${index}`, person, '2026-03-01T00:00', '2026-03-01T00:00'),
        from: instantOf(start + from * HOUR),
        to: instantOf(start + (from + length) * HOUR),
      }));
      const of = { ...schedule, overrides: all };
      const from = instantOf(start + hour * HOUR);
      const to = instantOf(start + (hour + hours) * HOUR);
      const duties = dutiesOf(of, from, to);
      expect(duties[0]?.from).toBe(from);
      expect(duties.at(-1)?.to).toBe(to);
      for (const [index, duty] of duties.entries()) {
        const next = duties[index + 1];
        if (next) expect(next.from).toBe(duty.to);
        expect(onCallAt(of, duty.from)).toEqual(duty.person);
        expect(onCallAt(of, instantOf(msOf(duty.to) - 1))).toEqual(duty.person);
      }
    }),
    { numRuns: 100 },
  );
});
