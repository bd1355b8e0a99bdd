import { log } from '@/lib/log';
import { type Candidate, readCandidates } from '@/lib/store/due-timers';
import { listen } from '@/lib/store/listen';
import { fireTimer } from './firers';
import { makeRest } from './rest';

interface Options {
  /** Timers fired at the same time by this process. */
  parallel?: number;
}

const longestSleepMs = 1_000;
const mostRead = 64;

/**
 * Fires timers at their moment by the database's clock, on every node at once; whoever locks the incident first fires. Sleeps
 * until the next is due, woken when one is planned or the clock moves, and a second at most. Answers with how to stop.
 */
export function startTimers({ parallel = 6 }: Options = {}): () => Promise<void> {
  const rest = makeRest();
  const firing = new Map<string, Promise<void>>();
  const busyStreams = new Set<string>();
  let stopped = false;
  let stale = false;
  let looking = false;
  let sleep: NodeJS.Timeout | null = null;

  const fireOne = async ({ key, stream }: Candidate) => {
    try {
      const outcome = await fireTimer({ key, stream });
      if (outcome === 'busy') rest.busy(key, performance.now());
      else rest.done(key);
    } catch (error) {
      rest.failed(key, performance.now());
      log.error({ error: String(error), timer: key }, 'a timer could not be fired; trying again');
    }
  };

  const begin = (timer: Candidate) => {
    busyStreams.add(timer.stream);
    firing.set(
      timer.key,
      fireOne(timer).finally(() => {
        firing.delete(timer.key);
        busyStreams.delete(timer.stream);
        look();
      }),
    );
  };

  /** Reads what is due and begins as much of it as may run at once. Answers with how long to sleep. */
  const round = async (): Promise<number> => {
    const now = performance.now();
    const candidates = await readCandidates(mostRead, { streams: [...busyStreams], keys: rest.resting(now) });
    const due = candidates.filter(({ inMs }) => inMs <= 0);
    // Of a backlog every node begins elsewhere, so that they seldom meet.
    for (const timer of due.length > parallel ? shuffled(due) : due) {
      if (stopped || firing.size >= parallel) return longestSleepMs;
      if (!busyStreams.has(timer.stream)) begin(timer);
    }
    if (due.length === mostRead) stale = true;
    const next = candidates.find(({ inMs }) => inMs > 0)?.inMs ?? longestSleepMs;
    return Math.min(longestSleepMs, Math.ceil(next), rest.wakesIn(now) ?? longestSleepMs);
  };

  const look = () => {
    stale = true;
    if (looking || stopped) return;
    looking = true;
    void (async () => {
      let pause = longestSleepMs;
      while (stale && !stopped) {
        stale = false;
        try {
          pause = await round();
        } catch (error) {
          log.warn({ error: String(error) }, 'timers were not read; trying again');
          pause = longestSleepMs;
        }
      }
      looking = false;
      if (stopped) return;
      if (sleep) clearTimeout(sleep);
      sleep = setTimeout(look, pause);
    })();
  };

  const deafen = listen({
    bells: (bells) => bells.some((bell) => 'timers' in bell) && look(),
    clock: look,
    deaf: look,
  });
  look();

  return async () => {
    stopped = true;
    if (sleep) clearTimeout(sleep);
    await deafen();
    await Promise.all(firing.values());
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
