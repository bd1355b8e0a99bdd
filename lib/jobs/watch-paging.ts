import { endAlarm } from '@/lib/commands/end-alarm';
import { type Instant, MINUTE, SECOND, instantOf, plus } from '@/lib/core/instant';
import { type PagingOut, type Silence, silenceOf } from '@/lib/core/notification/silence';
import { log } from '@/lib/log';
import { readClock } from '@/lib/store/clock';
import { readOutage } from '@/lib/store/outage';
import { readPagingState } from '@/lib/store/pulse';
import { syntheticEveryMs } from '@/lib/store/synthetic-page';
import { makeAlarm } from './alarm';

interface Options {
  /** Milliseconds between looks. */
  lookMs?: number;
  /** For how long silence must be seen before anybody is told: longer than a dead process keeps what it had taken. */
  patienceMs?: number;
  /** The same where it is the database that is silent, which may only be restarting. */
  restartMs?: number;
}

export interface PagingWatch {
  /** Whether paging is out, as far as this process knows. */
  now: () => PagingOut | null;
  /** Calls `tell` whenever that changes. */
  watch: (tell: (out: PagingOut | null) => void) => void;
  stop: () => Promise<void>;
}

interface Look {
  /** What is silent now, since its last sign. */
  silent: PagingOut | null;
  /** The outage that is known to all, if there is one. */
  known: PagingOut | null;
  now: Instant;
}

const answersWithinMs = 5 * SECOND;

/**
 * Watches on every node whether paging works, by the clock on the wall alone: neither timers nor queue, for those are what is watched.
 * After long silence one node tells every administrator, and one tells them when it is over. Of a silent database each node
 * tells for itself, since none can be chosen. Resolves after the first look.
 */
export async function startWatching(options: Options = {}): Promise<PagingWatch> {
  const { lookMs = 10 * SECOND, patienceMs = 30 * SECOND, restartMs = 2 * MINUTE } = options;
  const listeners = new Set<(out: PagingOut | null) => void>();
  const alarm = makeAlarm();
  let out: PagingOut | null = null;
  let lastLook = instantOf(Date.now());
  let silent: { silence: Silence; from: number } | null = null;
  let lookedAt = performance.now();
  let running: Promise<void> | null = null;

  const publish = (next: PagingOut | null) => {
    if (JSON.stringify(next) === JSON.stringify(out)) return;
    out = next;
    for (const tell of listeners) tell(out);
  };

  /** For how long the same was silent without a break, in milliseconds; a process that slept begins anew. */
  const silentForMs = (silence: Silence): number => {
    const at = performance.now();
    const broken = at - lookedAt > 3 * lookMs + answersWithinMs;
    if (!silent || silent.silence !== silence || broken) silent = { silence, from: at };
    lookedAt = at;
    return at - silent.from;
  };

  const round = async () => {
    const seen = await withinReason(look());
    if (!seen) {
      const away = { since: lastLook, silence: 'database' } as const;
      const forMs = silentForMs(away.silence);
      if (forMs >= patienceMs) publish(out ?? away);
      if (forMs >= restartMs) await alarm.raiseAlone(away);
      return;
    }
    lastLook = seen.now;
    await alarm.prepare(seen.now);
    if (!seen.silent) {
      silent = null;
      if (seen.known) await endAlarm();
      await alarm.endAlone(seen.now);
      return publish(null);
    }
    publish(seen.known);
    if (silentForMs(seen.silent.silence) >= patienceMs)
      publish((await alarm.raise(seen.silent)) ?? (await readOutage()));
  };

  const lookAround = (): Promise<void> => {
    running ??= round()
      .catch((error: unknown) => log.warn({ error: String(error) }, 'whether paging works was not seen; looking again'))
      .finally(() => {
        running = null;
      });
    return running;
  };
  await lookAround();
  const timer = setInterval(() => void lookAround(), lookMs);

  return {
    now: () => out,
    watch: (tell) => void listeners.add(tell),
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function look(): Promise<Look> {
  const [state, known, now] = await Promise.all([readPagingState(), readOutage(), readClock()]);
  const silence = silenceOf(state, syntheticEveryMs());
  if (!silence) return { silent: null, known, now };
  const ago = (silence === 'timers' ? state.sinceBeatMs : state.sinceSyntheticMs) ?? 0;
  return { silent: { since: plus(now, -ago), silence }, known, now };
}

/** The answer, or null where it does not come in time or fails. */
async function withinReason<T>(asked: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), answersWithinMs);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
