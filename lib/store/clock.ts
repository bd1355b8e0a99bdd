import { type Instant } from '@/lib/core/instant';
import { type Transaction, database } from './database';

/** The database's time: the only clock that decides. */
export async function readClock(tx: Transaction | typeof database = database): Promise<Instant> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select app_now() as now`;
  if (!row) throw new Error('The database told no time.');
  return row.now.toISOString();
}
