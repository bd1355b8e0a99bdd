import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR, type Instant, between, instantOf, msOf, plus } from '../instant';
import { fairnessOf, fairnessSpan } from './fairness';
import { type Layer } from './layer';
import { type Override, type Schedule, dutiesOf, dutyAt } from './schedule';

const [ada, bea, cy] = ['ada', 'bea', 'cy'].map((id) => ({ id, name: id })) as [
  { id: string; name: string },
  { id: string; name: string },
  { id: string; name: string },
];
const written: Instant = '2026-01-01T00:00:00.000Z';
const layer: Layer = {
  id: 'primary',
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-01-05',
  cycleDays: 7,
  handoffs: [{ day: 0, time: '09:00' }],
  people: [ada, bea],
  hours: [],
};
const schedule = (more: Partial<Layer> = {}, overrides: Override[] = []): Schedule => ({
  id: 'payments',
  name: 'Payments',
  timeZone: 'Europe/Berlin',
  versions: [{ from: written, layers: [{ ...layer, ...more }] }],
  overrides,
});
/** Ada's week, from Monday 16 March 2026, 09:00 in Berlin. */
const week = { from: '2026-03-16T08:00:00.000Z', to: '2026-03-23T08:00:00.000Z' };

describe('the burden of a week', () => {
  it('is its hours, seven nights, a weekend and its holidays, and one shift', () => {
    const friday = { name: 'Harbour Day', from: '2026-03-19T23:00:00.000Z', to: '2026-03-20T23:00:00.000Z' };
    const { burdens, gapMs } = fairnessOf(schedule(), [friday, friday], week);
    const [most, none] = burdens;
    expect(gapMs).toBe(0);
    expect(none).toMatchObject({ onCallMs: 0, shifts: 0 });
    expect(most).toMatchObject({
      onCallMs: 7 * DAY,
      nightMs: 7 * 9 * HOUR,
      weekendMs: 2 * DAY,
      holidayMs: DAY,
      shifts: 1,
    });
  });

  it('has a shorter weekend and a shorter night when the clocks go forward', () => {
    const { burdens } = fairnessOf(schedule(), [], { from: week.to, to: '2026-03-30T07:00:00.000Z' });
    expect(burdens[0]).toMatchObject({
      nightMs: 7 * 9 * HOUR - HOUR,
      weekendMs: 2 * DAY - HOUR,
      onCallMs: 7 * DAY - HOUR,
    });
  });

  it('says nothing of the time before the schedule was written', () => {
    const { from, gapMs } = fairnessOf(schedule(), [], {
      from: '2025-06-01T00:00:00.000Z',
      to: '2026-01-06T00:00:00.000Z',
    });
    expect(from).toBe(written);
    expect(gapMs).toBe(between(written, '2026-01-05T08:00:00.000Z'));
    const before = fairnessOf(schedule(), [], { from: '2025-06-01T00:00:00.000Z', to: '2025-07-01T00:00:00.000Z' });
    expect(before).toMatchObject({
      gapMs: 0,
      burdens: [
        { person: ada, onCallMs: 0 },
        { person: bea, onCallMs: 0 },
      ],
    });
  });

  it('looks back or ahead', () => {
    expect(fairnessSpan('month', false, week.to)).toEqual({ from: plus(week.to, -28 * DAY), to: week.to });
    expect(fairnessSpan('year', true, week.to)).toEqual({ from: week.to, to: plus(week.to, 365 * DAY) });
  });
});

const hours = fc.integer({ min: -24, max: 24 * 60 });
const overrides = fc.array(
  fc.tuple(hours, fc.integer({ min: 1, max: 300 })).map(([at, length]) => ({
    id: `o${at}-${length}`,
    person: cy,
    from: plus(week.from, at * HOUR),
    to: plus(week.from, (at + length) * HOUR),
    reason: '',
    swap: null,
  })),
  { maxLength: 4 },
);
const holidays = fc.array(
  fc.tuple(hours, fc.integer({ min: 1, max: 72 })).map(([at, length]) => ({
    name: 'x',
    from: plus(week.from, at * HOUR),
    to: plus(week.from, (at + length) * HOUR),
  })),
  { maxLength: 4 },
);

test('law: burdens and gaps are the whole span, and their hours those counted one by one', () => {
  fc.assert(
    fc.property(overrides, holidays, fc.integer({ min: 1, max: 40 }), fc.boolean(), (over, off, days, office) => {
      const openAt = office ? [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }] : [];
      const rota = schedule({ hours: openAt, cycleDays: 2 }, over);
      const span = { from: week.from, to: plus(week.from, days * DAY) };
      const { burdens, gapMs } = fairnessOf(rota, off, span);
      const sum = (of: (burden: (typeof burdens)[number]) => number) =>
        burdens.reduce((all, each) => all + of(each), 0);
      expect(sum((each) => each.onCallMs) + gapMs).toBe(between(span.from, span.to));
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone: rota.timeZone,
        hourCycle: 'h23',
        weekday: 'short',
        hour: '2-digit',
      });
      const duties = dutiesOf(rota, span.from, span.to);
      const counted = { night: 0, weekend: 0, holiday: 0 };
      for (let ms = msOf(span.from); ms < msOf(span.to); ms += HOUR) {
        const hour = { from: instantOf(ms), to: instantOf(ms + HOUR) };
        const covered = dutyAt(duties, hour.from)?.person ? HOUR : 0;
        const [day = '', time = ''] = clock.format(new Date(ms)).split(/,? /);
        if (Number(time) >= 22 || Number(time) < 7) counted.night += covered;
        if (day === 'Sat' || day === 'Sun') counted.weekend += covered;
        if (off.some((each) => each.from <= hour.from && each.to >= hour.to)) counted.holiday += covered;
      }
      expect(sum((each) => each.nightMs)).toBe(counted.night);
      expect(sum((each) => each.weekendMs)).toBe(counted.weekend);
      expect(sum((each) => each.holidayMs)).toBe(counted.holiday);
    }),
    { numRuns: 25 },
  );
});
