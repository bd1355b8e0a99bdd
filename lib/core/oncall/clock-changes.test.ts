import { expect, it } from 'vitest';
import { clockChangeSentence, clockChangesOf } from './clock-changes';
import { type Layer } from './layer';
import { type Schedule } from './schedule';

const layer: Layer = {
  id: 'primary',
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-03-02',
  cycleDays: 1,
  handoffs: [{ day: 0, time: '02:30' }],
  people: [
    { id: 'ana', name: 'Ana' },
    { id: 'bea', name: 'Bea' },
  ],
  hours: [],
};
const schedule = (more: Partial<Layer>): Schedule => ({
  id: 'payments',
  name: 'Payments',
  timeZone: 'Europe/Berlin',
  versions: [{ from: '2026-01-01T00:00:00.000Z', layers: [{ ...layer, ...more }] }],
  overrides: [],
});
const sentences = (more: Partial<Layer>, from: string, to: string) =>
  clockChangesOf(schedule(more), `${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`).map(clockChangeSentence);

it('says that a handoff is skipped, and how long the shift is', () => {
  expect(sentences({}, '2026-03-20', '2026-04-10')).toEqual([
    'Clocks of Payments (Europe/Berlin) go 60 minutes forward. Bea is on call over it, for 23.5 hours. 02:30 is skipped, so that duty passes when the clocks jump.',
  ]);
});

it('says that a handoff comes twice', () => {
  expect(sentences({}, '2026-10-20', '2026-11-01')).toEqual([
    'Clocks of Payments (Europe/Berlin) go 60 minutes back. Bea is on call over it, for 25 hours. 02:30 comes twice, and duty passes at its first coming.',
  ]);
});

it('says of a handoff far from the change only that the clocks change', () => {
  const weekly = { cycleDays: 14, handoffs: [{ day: 0, time: '09:00' }] };
  expect(sentences(weekly, '2026-03-20', '2026-04-10')).toEqual([
    'Clocks of Payments (Europe/Berlin) go 60 minutes forward. Bea is on call over it.',
  ]);
});

it('says nothing where no clock changes', () => {
  expect(sentences({}, '2026-05-01', '2026-06-01')).toEqual([]);
  expect(sentences({ timeZone: 'Asia/Kolkata' }, '2026-01-01', '2027-01-01')).toEqual([]);
});
