import { type EdgeHandler, answerJson } from '@/lib/edge/answer';
import { pool } from '@/lib/store/database';
import { isCurrent } from '@/lib/store/migrate';

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

async function databaseState(): Promise<'ok' | 'unreachable' | 'migrations pending'> {
  try {
    return (await isCurrent(pool)) ? 'ok' : 'migrations pending';
  } catch {
    return 'unreachable';
  }
}
