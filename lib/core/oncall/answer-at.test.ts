import { expect, it } from 'vitest';
import { answerAt } from './answer-at';
import { momentOf } from './calendar';
import { type Duty } from './schedule';

const zone = 'Europe/Berlin';
const ana = { id: 'ana', name: 'Ana' };
const by = { kind: 'layer', id: 'nights' } as const;
const duties: Duty[] = [
  { from: '2026-03-28T22:00:00.000Z', to: '2026-03-29T00:00:00.000Z', person: ana, by },
  {
    from: '2026-03-29T00:00:00.000Z',
    to: '2026-03-29T01:00:00.000Z',
    person: ana,
    by: { kind: 'override', id: 'one' },
  },
  { from: '2026-03-29T01:00:00.000Z', to: '2026-03-30T22:00:00.000Z', person: null, by: null },
];

it.each([
  ['2026-03-28T22:59', { known: false, person: null, until: null }],
  ['2026-03-28T23:00', { known: true, person: ana, until: '2026-03-29T03:00' }],
  // Whatever put her there, she is on call until somebody else is.
  ['2026-03-29T01:59', { known: true, person: ana, until: '2026-03-29T03:00' }],
  // Clocks jump from two to three: what is asked for in between is the moment of the jump.
  ['2026-03-29T02:30', { wall: '2026-03-29T03:00', known: true, person: null, until: null }],
  ['2026-03-31T00:00', { known: false, person: null, until: null }],
])('at %s', (wall, answer) => {
  const moment = momentOf(wall, zone) ?? '';
  expect(answerAt(duties, moment, zone, '2026-03-30T22:00:00.000Z')).toEqual({ wall, ...answer });
});
