import { expect, it } from 'vitest';
import { readEstimate } from './updates';

it.each([
  [{}, undefined],
  [{ estimate: null }, { kind: 'unknown', nextAt: null }],
  [{ estimate: 'unknown' }, { kind: 'unknown', nextAt: null }],
  [{ estimate: '2026-11-21T03:00:00Z' }, { kind: 'at', at: '2026-11-21T03:00:00Z' }],
  [
    { estimate: { kind: 'unknown', nextAt: '2026-11-21T03:00:00Z' } },
    { kind: 'unknown', nextAt: '2026-11-21T03:00:00Z' },
  ],
])('reads the estimate of %j', (body, estimate) => {
  expect(readEstimate(body)).toEqual({ estimate });
});
