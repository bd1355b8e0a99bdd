import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { figures } from '@/lib/figures';
import { type BreakerState, Breakers, BrokenOff } from './breaker';
import { TryLater, Undeliverable } from './envelope';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-22T03:00:00Z') }));
afterEach(() => vi.useRealTimers());

const slack = { channel: 'slack', destination: 'hooks.slack.example' } as const;
const fail = () => Promise.reject(new TryLater('hooks.slack.example answered 503.'));
const refuse = () => Promise.reject(new Undeliverable('hooks.slack.example answered 404.'));
const succeed = () => Promise.resolve('sent');
const outcome = (run: Promise<unknown>) => run.catch((error: unknown) => (error as Error).name);

function watched() {
  const changes: [string, BreakerState, string | null][] = [];
  const breakers = new Breakers({
    failures: 3,
    probeAfterMs: 10_000,
    onChange: ({ destination }, state, reason) => changes.push([destination, state, reason]),
  });
  const failing = async (times: number) => {
    for (let n = 0; n < times; n += 1) await outcome(breakers.run(slack, fail));
  };
  return { breakers, changes, failing };
}

test('failures in a row break a destination off, and no work is begun any more', async () => {
  const { breakers, changes, failing } = watched();
  await failing(2);
  expect(await outcome(breakers.run(slack, succeed))).toBe('sent');
  await failing(3);
  let begun = false;
  const after = breakers.run(slack, () => {
    begun = true;
    return succeed();
  });
  await expect(after).rejects.toThrow(BrokenOff);
  await expect(after).rejects.toThrow('left alone for now: hooks.slack.example answered 503.');
  expect(begun).toBe(false);
  expect(changes).toEqual([['hooks.slack.example', 'open', 'hooks.slack.example answered 503.']]);
  expect(breakers.views()).toEqual([
    { ...slack, state: 'open', reason: 'hooks.slack.example answered 503.', since: '2026-11-22T03:00:00.000Z' },
  ]);
});

test('only the destination that failed is broken off, and only on the channel it failed on', async () => {
  const { breakers, failing } = watched();
  await failing(3);
  expect(await outcome(breakers.run(slack, succeed))).toBe('BrokenOff');
  expect(await breakers.run({ ...slack, destination: 'chat.example' }, succeed)).toBe('sent');
  expect(await breakers.run({ ...slack, channel: 'webhook' }, succeed)).toBe('sent');
  expect(breakers.views().map(({ state }) => state)).toEqual(['open', 'closed', 'closed']);
});

test('a refusal is an answer: it never breaks a destination off, and ends a row of failures', async () => {
  const { breakers, failing } = watched();
  for (let n = 0; n < 10; n += 1) expect(await outcome(breakers.run(slack, refuse))).toBe('Undeliverable');
  await failing(2);
  expect(await outcome(breakers.run(slack, refuse))).toBe('Undeliverable');
  await failing(2);
  expect(await outcome(breakers.run(slack, succeed))).toBe('sent');
});

test('after a while one notice probes while the others go elsewhere at once; its success closes', async () => {
  const { breakers, changes, failing } = watched();
  await failing(3);
  vi.advanceTimersByTime(9_999);
  expect(await outcome(breakers.run(slack, succeed))).toBe('BrokenOff');
  vi.advanceTimersByTime(1);
  let arrive = (_word: string) => {};
  const probe = breakers.run(slack, () => new Promise<string>((resolve) => (arrive = resolve)));
  expect(await outcome(breakers.run(slack, succeed))).toBe('BrokenOff');
  arrive('sent');
  expect(await probe).toBe('sent');
  expect(await breakers.run(slack, succeed)).toBe('sent');
  expect(changes.map(([, state]) => state)).toEqual(['open', 'half-open', 'closed']);
  expect(breakers.views()).toMatchObject([{ state: 'closed', reason: null }]);
});

test('a probe that fails keeps it broken off for as long again', async () => {
  const { breakers, failing } = watched();
  await failing(3);
  vi.advanceTimersByTime(10_000);
  expect(await outcome(breakers.run(slack, fail))).toBe('TryLater');
  vi.advanceTimersByTime(9_999);
  expect(await outcome(breakers.run(slack, succeed))).toBe('BrokenOff');
  vi.advanceTimersByTime(1);
  expect(await outcome(breakers.run(slack, succeed))).toBe('sent');
});

test('a probe that is refused closes: somebody is there again', async () => {
  const { breakers, failing } = watched();
  await failing(3);
  vi.advanceTimersByTime(10_000);
  expect(await outcome(breakers.run(slack, refuse))).toBe('Undeliverable');
  expect(await outcome(breakers.run(slack, succeed))).toBe('sent');
});

test('the gauge tells in which state each destination is, and of it no more than its host', async () => {
  const { breakers, failing } = watched();
  const shown = async () => {
    const { values } = await figures.breakerState.get();
    return values.flatMap(({ labels, value }) =>
      labels.channel === slack.channel && labels.destination === slack.destination && value === 1 ? [labels.state] : [],
    );
  };
  await breakers.run(slack, succeed);
  expect(await shown()).toEqual(['closed']);
  await failing(3);
  expect(await shown()).toEqual(['open']);
  vi.advanceTimersByTime(10_000);
  await breakers.run(slack, async () => {
    // The work is begun just before the state is told.
    await Promise.resolve();
    expect(await shown()).toEqual(['half-open']);
    return succeed();
  });
  expect(await shown()).toEqual(['closed']);
});

test('a clock that is moved back does not leave it broken off for longer', async () => {
  const { breakers, failing } = watched();
  await failing(3);
  vi.setSystemTime(new Date('2026-11-22T02:00:00Z'));
  vi.advanceTimersByTime(9_999);
  expect(await outcome(breakers.run(slack, succeed))).toBe('BrokenOff');
  vi.advanceTimersByTime(1);
  expect(await outcome(breakers.run(slack, succeed))).toBe('sent');
});
