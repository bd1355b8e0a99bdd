import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rests } from './rests';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-22T03:00:00Z') }));
afterEach(() => vi.useRealTimers());

test('an address rests for as long as it asked, by its own channel alone, and by a clock that nobody moves', () => {
  const rests = new Rests();
  const left = (address: string) => rests.leftOf('slack', `https://hooks.example/${address}`);
  rests.leave('slack', 'https://hooks.example/a', 60_000);
  expect([left('a'), left('b'), rests.leftOf('teams', 'https://hooks.example/a')]).toEqual([60_000, 0, 0]);
  vi.advanceTimersByTime(20_000);
  vi.setSystemTime(new Date('2026-11-22T01:00:00Z'));
  expect(left('a')).toBe(40_000);
  rests.leave('slack', 'https://hooks.example/a', 1_000);
  expect(left('a')).toBe(40_000);
  vi.advanceTimersByTime(40_000);
  expect(left('a')).toBe(0);
});
