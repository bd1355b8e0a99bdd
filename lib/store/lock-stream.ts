import { type Transaction } from './database';

/**
 * Locks a stream of facts until the transaction ends, as recording in it does, and tells how far it goes: the version of what
 * it is about. 0 when nothing was ever recorded of it.
 */
export async function lockStream(tx: Transaction, stream: string): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`;
  const [last] = await tx.$queryRaw<{ seq: number }[]>`
    select coalesce(max(seq), 0)::int as seq from fact where stream = ${stream}`;
  return last?.seq ?? 0;
}
