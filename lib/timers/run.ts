import { log } from '@/lib/log';
import { attend } from '@/lib/store/attend';
import { type Candidate, readCandidates } from '@/lib/store/due-timers';
import { fireTimer } from './firers';
import { makeRest } from './rest';

interface Options {
  /** Timers fired at the same time by this process. */
  parallel?: number;
}

const mostRead = 64;

/**
 * Fires timers at their moment by the database's clock, on every node at once; whoever locks the incident first fires. Sleeps
 * until the next is due, woken when one is planned or the clock moves, and a second at most. Answers with how to stop.
 */
export function startTimers({ parallel = 6 }: Options = {}): () => Promise<void> {
  const rest = makeRest();
  const firing = new Map<string, Promise<void>>();
  const busyStreams = new Set<string>();
  let due: Candidate[] = [];
  let stopped = false;

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
        beginDue();
        if (firing.size < parallel) look();
      }),
    );
  };

  /** Begins as much of what was last read as due as may run at once, one of a stream at a time. */
  const beginDue = () => {
    const left: Candidate[] = [];
    for (const timer of due) {
      if (stopped || firing.size >= parallel || busyStreams.has(timer.stream)) left.push(timer);
      else begin(timer);
    }
    due = left;
  };

  /** Reads what is due and begins it. Answers with how long to sleep. */
  const round = async (): Promise<number> => {
    // The first to end looks again: what is read before that only takes time from those that are firing.
    if (firing.size >= parallel) return Infinity;
    const now = performance.now();
    const candidates = await readCandidates(mostRead, { streams: [...busyStreams], keys: rest.resting(now) });
    due = candidates.filter(({ inMs, stream }) => inMs <= 0 && !busyStreams.has(stream));
    const portion = due.length;
    // Of a backlog every node takes others, and looks again before what it read is stale, so that they seldom meet.
    if (portion > parallel) due = shuffled(due).slice(0, 2 * parallel);
    beginDue();
    // A portion that one stream fills must not hold up the others.
    if (portion === mostRead && firing.size < parallel) look();
    const next = candidates.find(({ inMs }) => inMs > 0)?.inMs ?? Infinity;
    return Math.min(Math.ceil(next), rest.wakesIn(now) ?? Infinity);
  };

  const { look, stop } = attend({
    round: () => round(),
    wakes: (bell) => 'timers' in bell,
    failed: 'timers were not read; trying again',
  });

  return async () => {
    stopped = true;
    await stop();
    await Promise.all(firing.values());
  };
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
