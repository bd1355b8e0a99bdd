import { log } from '@/lib/log';
import { type Bell } from './doorbell';
import { listen } from './listen';

const longestSleepMs = 1_000;
/** So that what is due is taken up well within a second of the database's return. */
const failedSleepMs = 200;

interface Attended {
  /** Takes up what is due now. Answers with the milliseconds until the next is; a second at most is slept. */
  round: () => Promise<number>;
  /** Whether a bell may mean that something is due earlier than was known. */
  wakes: (bell: Bell) => boolean;
  /** What is said when a round failed, once until one succeeds; it is tried again. */
  failed: string;
}

/**
 * Does `round` whenever something may be due: after the sleep that it asked for, on a bell, when the clock moves, and when bells may
 * have been missed. `look` asks for another at once, never two at a time.
 */
export function attend({ round, wakes, failed }: Attended): { look: () => void; stop: () => Promise<void> } {
  let stopped = false;
  let stale = false;
  let looking = false;
  let failing = false;
  let sleep: NodeJS.Timeout | null = null;

  const look = () => {
    stale = true;
    if (looking || stopped) return;
    looking = true;
    void (async () => {
      let pause = longestSleepMs;
      while (stale && !stopped) {
        stale = false;
        try {
          pause = Math.min(longestSleepMs, await round());
          failing = false;
        } catch (error) {
          log[failing ? 'debug' : 'warn']({ error: String(error) }, failed);
          failing = true;
          pause = failedSleepMs;
        }
      }
      looking = false;
      if (stopped) return;
      if (sleep) clearTimeout(sleep);
      sleep = setTimeout(look, pause);
    })();
  };

  const deafen = listen({ bells: (bells) => bells.some(wakes) && look(), clock: look, deaf: look });
  look();
  return {
    look,
    stop: async () => {
      stopped = true;
      if (sleep) clearTimeout(sleep);
      await deafen();
    },
  };
}
