import { type Pool } from 'pg';
import { dataFolder, holdDataFolder, holderOf } from './data-folder';
import { readAccess, urlOf } from './postgres/access';
import { runPostgres } from './postgres/run';
import { Halt } from './say.mjs';

/**
 * Runs a command against the same database as `npm start`, whether the app runs at the moment or not: the environment
 * is set for lib/env, the database is brought up to date, and a Postgres started for this alone is stopped after it.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const stop = await reachDatabase();
  try {
    const { env, adoptSecret } = await import('@/lib/env');
    const { migrate, UnfitDatabase, UnreachableDatabase } = await import('@/lib/store/migrate');
    const { keptSecret } = await import('@/lib/store/secret');
    await migrate(env.DATABASE_URL).catch((error: unknown) => {
      throw error instanceof UnfitDatabase || error instanceof UnreachableDatabase ? new Halt(error.message) : error;
    });
    if (!env.QUARTERDECK_SECRET) adoptSecret(await keptSecret());
    return await work();
  } finally {
    const { [Symbol.for('quarterdeck.pool')]: pool } = globalThis as { [key: symbol]: Pool | undefined };
    await pool?.end();
    await stop();
  }
}

async function reachDatabase(): Promise<() => Promise<void>> {
  process.env.LOG_LEVEL ||= 'error';
  if (process.env.DATABASE_URL) return () => Promise.resolve();
  const folder = dataFolder(process.env.QUARTERDECK_DEMO === '1');
  if (holderOf(folder)) {
    const access = readAccess(folder);
    if (!access) throw new Halt('Quarterdeck is just starting for the first time. Try again when it is ready.');
    process.env.DATABASE_URL = urlOf(access);
    return () => Promise.resolve();
  }
  await holdDataFolder(folder);
  const postgres = await runPostgres(folder);
  process.env.DATABASE_URL = postgres.url;
  return postgres.stop;
}
