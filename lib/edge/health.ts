import { type EdgeHandler, answerJson } from '@/lib/edge/answer';
import { MINUTE } from '@/lib/core/instant';
import { pool } from '@/lib/store/database';
import { isCurrent } from '@/lib/store/migrate';
import { readPagingState } from '@/lib/store/pulse';

let leaving = false;

/** From now on this process says that it is not ready, so that a load balancer sends people elsewhere. */
export function announceLeaving(): void {
  leaving = true;
}

/** The process turns its event loop; says nothing of the database, whose loss no restart of ours would cure. */
export const live: EdgeHandler = (_req, res) => answerJson(res, 200, { status: 'ok' });

/** Requests can be served: the database answers and has had every migration. */
export const ready: EdgeHandler = async (_req, res) => {
  const database = await databaseState();
  const ok = database === 'ok' && !leaving;
  answerJson(res, ok ? 200 : 503, { status: ok ? 'ok' : leaving ? 'leaving' : 'not ready', database });
};

/** Later than this, something that pages is asleep. */
const latestMs = 2 * MINUTE;

/**
 * The heartbeat of paging, for a monitor outside: timers come round, and nothing that is due waits. Milliseconds of lateness, null
 * where nothing waits.
 */
export const paging: EdgeHandler = async (_req, res) => {
  const state = await readPagingState().catch(() => null);
  const late = state === null || Object.values(state).some((ms: number | null) => ms !== null && ms > latestMs);
  answerJson(res, late ? 503 : 200, { status: late ? 'late' : 'ok', ...state });
};

async function databaseState(): Promise<'ok' | 'unreachable' | 'migrations pending'> {
  try {
    return (await isCurrent(pool)) ? 'ok' : 'migrations pending';
  } catch {
    return 'unreachable';
  }
}
