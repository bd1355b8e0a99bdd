import pg from 'pg';
import { expect, vi } from 'vitest';
import { env } from '@/lib/env';
import { database } from '@/lib/store/database';

/** Keeps the locks of a statement on a connection of its own, as somebody else's transaction would; answers with how to let go. */
export async function hold(statement: string, values: unknown[]): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  await client.query('begin');
  await client.query(statement, values);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

/** Resolves once so many transactions wait for a lock, or `over` says that they need not. */
export async function untilBlocked(count: number, over: () => boolean = () => false): Promise<void> {
  await vi.waitFor(async () => expect(over() || (await blocked()) === count).toBe(true), {
    timeout: 8_000,
    interval: 10,
  });
}

async function blocked(): Promise<number> {
  const [row] = await database.$queryRaw<[{ n: number }]>`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row.n;
}
