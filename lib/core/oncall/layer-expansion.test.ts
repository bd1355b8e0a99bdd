import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { msOf } from '../instant';
import { type Layer, shiftsOf } from './layer';

// The same layers expanded day by day with Luxon, which keeps its own calendar on the zones of the platform.

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Auckland',
];

/** The moment at which clocks first reach a time on the wall, or jump over it. */
function firstReached(year: number, month: number, day: number, time: string, zone: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const wall = { year, month, day, hour, minute };
  const at = DateTime.fromObject(wall, { zone });
  if (at.hour === hour && at.minute === minute && at.day === day) {
    return Math.min(...at.getPossibleOffsets().map((one) => one.toMillis()));
  }
  // Skipped: the jump is the first moment that shows a later wall time, found by halves.
  const asked = Date.UTC(year, month - 1, day, hour, minute);
  const shows = (ms: number) => {
    const shown = DateTime.fromMillis(ms, { zone });
    return ms + shown.offset * 60_000;
  };
  let [before, after] = [at.toMillis() - 30 * 3_600_000, at.toMillis() + 30 * 3_600_000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (shows(middle) >= asked) after = middle;
    else before = middle;
  }
  return after;
}

function expand(layer: Layer, from: number, to: number): { from: number; to: number; person: string }[] {
  const starts: number[] = [];
  const first = DateTime.fromISO(layer.startsOn, { zone: 'utc' });
  for (let cycle = 0; starts.length === 0 || (starts.at(-1) ?? 0) <= to; cycle += 1) {
    for (const { day, time } of layer.handoffs) {
      const date = first.plus({ days: cycle * layer.cycleDays + day });
      starts.push(firstReached(date.year, date.month, date.day, time, layer.timeZone));
    }
  }
  return starts.slice(0, -1).flatMap((start, turn) => {
    const end = starts[turn + 1] ?? start;
    const person = layer.people[turn % layer.people.length]?.id ?? '';
    return end > start && end > from && start < to ? [{ from: start, to: end, person }] : [];
  });
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);

const layers = fc.record({
  id: fc.constant('layer'),
  name: fc.constant('Layer'),
  timeZone: fc.constantFrom(...zones),
  startsOn: fc.constantFrom('2020-01-01', '2019-12-30', '2020-02-29'),
  cycleDays: fc.constantFrom(1, 7, 14, 10),
  handoffs: fc
    .uniqueArray(time, { minLength: 1, maxLength: 3 })
    .map((times) => [...times].sort().map((at) => ({ day: 0, time: at }))),
  people: fc
    .integer({ min: 1, max: 5 })
    .map((count) => Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `P${index}` }))),
  hours: fc.constant<Layer['hours']>([]),
});

it('agrees with Luxon over ten years in every zone, clock changes included', () => {
  const [from, to] = [msOf('2020-03-03T00:00:00.000Z'), msOf('2030-03-03T00:00:00.000Z')];
  const check = (layer: Layer) => {
    const ours = shiftsOf(layer, { from, to }).map((shift) => ({ ...shift, person: shift.person.id }));
    expect(ours).toEqual(expand(layer, from, to).map(({ person, ...span }) => ({ person, ...span })));
  };
  // Half past two is skipped or doubled wherever clocks change by night.
  for (const timeZone of zones) {
    check({
      id: 'night',
      name: 'Night',
      timeZone,
      startsOn: '2020-01-01',
      cycleDays: 1,
      handoffs: [{ day: 0, time: '02:30' }],
      people: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      hours: [],
    });
  }
  fc.assert(fc.property(layers, check), { numRuns: 8 });
});
