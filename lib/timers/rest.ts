const busyMs = 15;
const shortestMs = 500;
const longestMs = 30_000;

/** Timers left alone for a while: somebody is at their incident, or firing them failed. Time is any steady clock's. */
export interface Rest {
  busy: (key: string, now: number) => void;
  failed: (key: string, now: number) => void;
  done: (key: string) => void;
  /** The keys still resting at `now`. */
  resting: (now: number) => string[];
  /** Milliseconds until the first of them may be tried again, or null. */
  wakesIn: (now: number) => number | null;
}

export function makeRest(): Rest {
  const until = new Map<string, number>();
  const failures = new Map<string, number>();
  return {
    // A little apart, so that two nodes that met at one incident do not meet again at once.
    busy: (key, now) => void until.set(key, now + busyMs + Math.random() * busyMs),
    failed: (key, now) => {
      const times = (failures.get(key) ?? 0) + 1;
      failures.set(key, times);
      until.set(key, now + Math.min(longestMs, shortestMs * 2 ** (times - 1)));
    },
    done: (key) => {
      until.delete(key);
      failures.delete(key);
    },
    resting: (now) => {
      for (const [key, at] of until) if (at <= now) until.delete(key);
      return [...until.keys()];
    },
    wakesIn: (now) => (until.size === 0 ? null : Math.max(0, Math.min(...until.values()) - now)),
  };
}
