import { isCount } from '@/lib/core/count';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant } from '@/lib/core/instant';
import { type Transaction } from './database';

export interface Locked {
  incident: Incident;
  now: Instant;
}

/**
 * Locks an incident until the transaction ends and reads it, and then the time: so no fact is stamped earlier than one
 * that came before it. Null when there is none, or, with `skipLocked`, when somebody else is at it.
 */
export async function lockIncident(tx: Transaction, number: number, skipLocked = false): Promise<Locked | null> {
  if (!isCount(number)) return null;
  const rows = skipLocked
    ? await tx.$queryRaw<{ state: Incident; now: Date }[]>`
        with locked as materialized (select state from incident where number = ${number} for update skip locked)
        select state, app_now() as now from locked`
    : await tx.$queryRaw<{ state: Incident; now: Date }[]>`
        with locked as materialized (select state from incident where number = ${number} for update)
        select state, app_now() as now from locked`;
  const [row] = rows;
  return row ? { incident: row.state, now: row.now.toISOString() } : null;
}
