import type { ActName } from '@/lib/core/incident/acts';

/** `held`: waited so long that its author is asked again; `refused`: sent on return, and the answer was no. */
export type WaitingState = 'waiting' | 'sending' | 'held' | 'refused';

/** An act done without a connection. Its key makes sending it again harmless. */
export interface WaitingAct {
  key: string;
  name: ActName;
  draft: unknown;
  /** Epoch milliseconds, by the server's clock. */
  at: number;
  state: WaitingState;
  message: string | null;
}

/** What seemed right ten minutes ago may be wrong now: such an act is not sent without asking. */
const askAgainAfterMs = 10 * 60_000;

const none: readonly WaitingAct[] = [];

/** The acts that wait for a connection, in order, kept through a reload. */
export function createWaitingActs(storageKey: string) {
  const watchers = new Set<() => void>();
  let acts: readonly WaitingAct[] = none;

  function set(next: readonly WaitingAct[]) {
    acts = next;
    try {
      if (next.length === 0) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still has them for as long as the page is open.
    }
    for (const watcher of watchers) watcher();
  }

  function change(key: string, part: Partial<WaitingAct>) {
    set(acts.map((act) => (act.key === key ? { ...act, ...part } : act)));
  }

  return {
    list: () => acts,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Brings back what a former page left waiting. */
    restore: () => {
      const kept = read(storageKey).map((act): WaitingAct => ({
        ...act,
        state: act.state === 'sending' ? 'waiting' : act.state,
      }));
      if (kept.length > 0) set([...kept.filter(({ key }) => acts.every((act) => act.key !== key)), ...acts]);
    },
    add: (act: Omit<WaitingAct, 'state' | 'message'>) => set([...acts, { ...act, state: 'waiting', message: null }]),
    drop: (key: string) => set(acts.filter((act) => act.key !== key)),
    change,
    /** The act to send next, or undefined; one that waited too long is held instead, and holds up no other. */
    next: (now: number): WaitingAct | undefined => {
      for (const act of acts) {
        if (act.state === 'waiting' && now - act.at > askAgainAfterMs) change(act.key, { state: 'held' });
      }
      return acts.some(({ state }) => state === 'sending') ? undefined : acts.find(({ state }) => state === 'waiting');
    },
    /** The author says that a held act still stands. */
    confirm: (key: string, now: number) => change(key, { state: 'waiting', at: now }),
  };
}

function read(storageKey: string): WaitingAct[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as WaitingAct[]) : [];
  } catch {
    return [];
  }
}
