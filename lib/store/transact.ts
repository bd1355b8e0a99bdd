import { type Transaction, database } from './database';
import { type Bell, ring } from './doorbell';

/** A transaction and the doorbells to ring once it is committed. */
export interface Unit {
  tx: Transaction;
  bells: Bell[];
}

/** Deadlock, serialization failure and Prisma's name for both: the loser may simply try again. */
const transient = new Set(['40P01', '40001', 'P2034']);
const tries = 4;

/**
 * Runs `work` in one transaction, tries again when Postgres made it the loser of a race, and rings the doorbells after the
 * commit. A crash between the two loses only the ringing, which every listener's poll makes good within a second. `longestMs` is for
 * work that may take longer than a person's act.
 */
export async function transact<T>(
  work: (unit: Unit) => Promise<T>,
  { longestMs }: { longestMs?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const bells: Bell[] = [];
    try {
      const options = longestMs === undefined ? undefined : { timeout: longestMs };
      const result = await database.$transaction((tx) => work({ tx, bells }), options);
      ring(bells);
      return result;
    } catch (error) {
      if (attempt >= tries || !isTransient(error)) throw error;
    }
  }
}

function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, cause, meta } = error as { code?: unknown; cause?: unknown; meta?: unknown };
  return (typeof code === 'string' && transient.has(code)) || isTransient(cause) || isTransient(meta);
}
