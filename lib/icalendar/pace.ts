import { setImmediate } from 'node:timers/promises';

/** Work that holds up nobody: others have their turn in between, and it ends when it took too long. */
export interface Pace {
  /** To be awaited before each further piece of work. Throws `TooMuchWork`. */
  step: () => Promise<void>;
}

export class TooMuchWork extends Error {
  override name = 'TooMuchWork';
}

/** Milliseconds after which others have their turn. */
const turnMs = 25;

/** Counts from now on; the turns of others do not count. */
export function paced(mostMs: number): Pace {
  let worked = 0;
  let began = performance.now();
  return {
    step: async () => {
      const turn = performance.now() - began;
      if (turn < turnMs) return;
      worked += turn;
      if (worked > mostMs) throw new TooMuchWork();
      await setImmediate();
      began = performance.now();
    },
  };
}
