import { expect, test } from 'vitest';
import { retryAt } from './retry';

const now = '2026-11-22T03:00:00.000Z';
const waits = (purpose: 'page' | 'other', luck: number) => {
  const seconds: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const at = retryAt(purpose, tries, now, luck);
    if (at === null) return seconds;
    seconds.push((Date.parse(at) - Date.parse(now)) / 1_000);
  }
};

test('each wait is twice the last, to a limit, and then no more', () => {
  expect(waits('page', 0)).toEqual([2, 4, 8, 16, 32, 64, 128]);
  expect(waits('other', 0)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800]);
});

test('luck takes off half at most', () => {
  expect(waits('page', 1)).toEqual([1, 2, 4, 8, 16, 32, 64]);
});
