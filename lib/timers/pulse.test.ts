import { afterEach, expect, it, vi } from 'vitest';
import { MINUTE } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { beginPulse, readPagingState } from '@/lib/store/pulse';
import { startTimers } from './run';

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function moveClock(ms: number) {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

it('beats each minute while timers fire, and shows how long it did not', async () => {
  await beginPulse();
  await beginPulse();
  expect((await readPagingState()).sinceBeatMs).toBeNull();
  stops.push(startTimers());
  const beats = async () => (await readPagingState()).sinceBeatMs;
  await vi.waitFor(async () => expect(await beats()).not.toBeNull(), { timeout: 15_000, interval: 20 });
  for (let minute = 0; minute < 3; minute += 1) {
    await moveClock(MINUTE + 1);
    await vi.waitFor(async () => expect(await beats()).toBeLessThan(MINUTE), { timeout: 15_000, interval: 20 });
  }
  expect(await database.timer.count()).toBe(1);
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await moveClock(3 * MINUTE);
  const { sinceBeatMs, timersLateMs } = await readPagingState();
  expect(sinceBeatMs).toBeGreaterThan(3 * MINUTE - 1);
  expect(timersLateMs).toBeGreaterThan(2 * MINUTE - 1);
});
