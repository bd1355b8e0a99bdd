import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type TakenDelivery } from '@/lib/store/delivery-queue';
import { Lanes } from './lanes';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Way = Pick<TakenDelivery, 'personId' | 'channel' | 'purpose'>;
const silent = () => new Promise<void>(() => undefined);

/** Begins as many silent messages as may be, 100 ms after one another, for `ms` milliseconds; answers with how many that were. */
function fill(lanes: Lanes, ms: number, next: (count: number) => Way): number {
  let begun = 0;
  for (let at = 0; at < ms; at += 100) {
    for (let free = lanes.free(); free > 0; free -= 1) {
      const way = next(begun);
      const { people, channels } = lanes.held();
      if (people.includes(way.personId ?? '') || channels.includes(way.channel)) continue;
      void lanes.run(way, silent);
      begun += 1;
    }
    vi.advanceTimersByTime(100);
  }
  return begun;
}

const page = (personId: string, channel: Way['channel'] = 'ntfy'): Way => ({ personId, channel, purpose: 'page' });

it('has no more underway than it has places while it is young, and many more when it is not', () => {
  const looked = vi.fn();
  const lanes = new Lanes(looked, 4);
  expect(fill(lanes, 9_900, (count) => page(`p${count}`))).toBe(4);
  expect(looked).toHaveBeenCalledTimes(4);
  // One at a time, for it has sent nothing yet.
  expect(fill(lanes, 1_100, (count) => page(`q${count}`))).toBe(10);
  expect(fill(lanes, 60_000, (count) => page(`r${count}`))).toBe(4 + 4 * 24 - 14);
  expect(lanes.free()).toBe(0);
});

it('begins no more of one person when eight of theirs dawdle, and of others at once', () => {
  const lanes = new Lanes(() => undefined, 4, 0);
  expect(fill(lanes, 5_000, () => page('bea'))).toBe(8);
  expect(lanes.held().people).toEqual(['bea']);
  expect(lanes.free()).toBe(1);
});

it('begins by one shared channel no more than there are places, at once or one after another', async () => {
  const lanes = new Lanes(() => undefined, 4, 0);
  for (let each = 0; each < 36; each += 1) await lanes.run(page(`p${each}`), () => Promise.resolve());
  expect(lanes.free()).toBe(4);
  void lanes.run(page('bea', 'email'), silent);
  expect(lanes.free()).toBe(3);
  vi.advanceTimersByTime(100);
  expect(lanes.free()).toBe(3);
  expect(fill(lanes, 5_000, (count) => page(`q${count}`, 'email'))).toBe(3);
  expect(lanes.held().channels).toEqual(['email']);
  expect(lanes.free()).toBe(4);
});

it('keeps places for pages from what calls nobody', () => {
  const lanes = new Lanes(() => undefined, 4, 0);
  for (let each = 0; each < 3; each += 1) void lanes.run({ ...page('bea'), purpose: 'news' }, silent);
  expect(lanes.freeForOthers()).toBe(0);
  vi.advanceTimersByTime(100);
  expect(lanes.held().people).toEqual([]);
  expect([lanes.free() > 0, lanes.freeForOthers()]).toEqual([true, 0]);
});
