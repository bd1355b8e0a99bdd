import { log } from '@/lib/log';
import { pool } from './database';

export const doorbell = 'quarterdeck';

/** What changed, so that listeners know what to read: facts `from`..`to` of a stream, timers, a person's notices or access, presence, whom an incident's pages call, what is to be sent and (of an incident) what became of it. */
export type Bell =
  | { facts: string; from: number; to: number }
  | { timers: true }
  | { read: string }
  | { access: string }
  | { calls: number }
  | { deliveries: true }
  | { delivered: number }
  | { presence: number };

/** Bells that Postgres will take in one payload (8,000 bytes at most). */
const bellsInOne = 60;

let waiting: Bell[] = [];
let busy = false;

/** Rings soon; bells of the same moment travel together. Never throws: a lost ring costs at most a second. */
export function ring(bells: readonly Bell[]): void {
  if (bells.length === 0) return;
  waiting.push(...bells);
  if (!busy) void answer();
}

async function answer(): Promise<void> {
  busy = true;
  try {
    while (waiting.length > 0) {
      const now = waiting.slice(0, bellsInOne);
      waiting = waiting.slice(bellsInOne);
      await pool.query({
        name: 'ring',
        text: 'select pg_notify($1, $2)',
        values: [doorbell, JSON.stringify(now)],
      });
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'the doorbell did not ring; the polls will notice');
    waiting = [];
  } finally {
    busy = false;
  }
}
