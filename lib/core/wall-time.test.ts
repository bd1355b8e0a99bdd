import { expect, it } from 'vitest';
import { instantOfWall } from './wall-time';

it.each([
  ['2026-11-21T14:30', 'UTC', '2026-11-21T14:30:00.000Z'],
  ['2026-07-01T14:30', 'Europe/Berlin', '2026-07-01T12:30:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['yesterday', 'UTC', null],
  ['2026-11-21T14:30', 'Mars/Olympus', null],
])('%s in %s', (text, zone, instant) => {
  expect(instantOfWall(text, zone)).toBe(instant);
});
