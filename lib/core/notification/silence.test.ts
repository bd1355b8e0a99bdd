import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../instant';
import { outageSpan, silenceOf } from './silence';

const everyMs = 5 * MINUTE;

test.each([
  ['all signs are fresh', MINUTE, MINUTE, everyMs, null],
  ['nothing ever ran', null, null, everyMs, null],
  ['a beat is just in time', 2 * MINUTE, MINUTE, everyMs, null],
  ['a beat is late', 2 * MINUTE + 1, MINUTE, everyMs, 'timers'],
  ['a synthetic page is just in time', MINUTE, everyMs + 90 * SECOND, everyMs, null],
  ['a synthetic page is late', MINUTE, everyMs + 90 * SECOND + 1, everyMs, 'pages'],
  ['both are late: timers send synthetic pages', 3 * MINUTE, 10 * MINUTE, everyMs, 'timers'],
  ['none is sent', MINUTE, 60 * MINUTE, 0, null],
  ['none is sent, and timers stopped', 3 * MINUTE, 60 * MINUTE, 0, 'timers'],
] as const)('%s', (_name, sinceBeatMs, sinceSyntheticMs, every, silence) => {
  expect(silenceOf({ sinceBeatMs, sinceSyntheticMs }, every)).toBe(silence);
});

test.each([
  [0, '1 min'],
  [7 * MINUTE, '7 min'],
  [7.4 * MINUTE, '7 min'],
  [60 * MINUTE, '1 h'],
  [125 * MINUTE, '2 h 5 min'],
])('%d ms is said as %s', (ms, said) => expect(outageSpan(ms)).toBe(said));
