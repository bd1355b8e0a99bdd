import { type EdgeHandler, answerJson } from '@/lib/edge/answer';
import { latestMs, silenceOf, silenceWords } from '@/lib/core/notification/silence';
import { pool } from '@/lib/store/database';
import { isCurrent } from '@/lib/store/migrate';
import { type PagingState, readPagingState } from '@/lib/store/pulse';
import { syntheticEveryMs } from '@/lib/store/synthetic-page';

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

/**
 * The heartbeat of paging, for a monitor outside: timers come round, synthetic pages come back, and nothing that is due waits; `why`
 * says what is wrong. Milliseconds, null where nothing is awaited.
 */
export const paging: EdgeHandler = async (_req, res) => {
  const state = await readPagingState().catch(() => null);
  const why = state ? whyLate(state) : silenceWords.database;
  answerJson(res, why === null ? 200 : 503, { status: why === null ? 'ok' : 'late', why, ...state });
};

function whyLate(state: PagingState): string | null {
  const silence = silenceOf(state, syntheticEveryMs());
  if (silence) return silenceWords[silence];
  if ((state.timersLateMs ?? 0) > latestMs) return 'A timer is due and was not fired.';
  return (state.messagesLateMs ?? 0) > latestMs ? 'A message is due and was not sent.' : null;
}

async function databaseState(): Promise<'ok' | 'unreachable' | 'migrations pending'> {
  try {
    return (await isCurrent(pool)) ? 'ok' : 'migrations pending';
  } catch {
    return 'unreachable';
  }
}
