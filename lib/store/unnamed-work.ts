import { atWork } from '@/lib/core/incident/at-work';
import { type Incident } from '@/lib/core/incident/incident';
import { type Transaction } from './database';

/** The open private incidents in which a person holds a role or has work without being named there, as administrators may. */
export async function unnamedWork(tx: Transaction, personId: string): Promise<number[]> {
  const rows = await tx.$queryRaw<{ state: Incident }[]>`
    select state from incident where open and private and not visible_to @> array[${personId}]::text[]
    order by number`;
  return rows
    .filter(({ state }) => atWork(state).some(({ person }) => person.id === personId))
    .map(({ state }) => state.number);
}
