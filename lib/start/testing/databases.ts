import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { knownMigrations } from '@/lib/store/migrations';
import { runPostgres } from '../postgres/run';
import { temporaryFolder } from '../temporary-folder';

/** A Postgres for one run of the tests, gone with its folder when stopped. */
export async function startTestPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = temporaryFolder('test');
  const postgres = await runPostgres(folder, { throwaway: true });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

/** Makes the migrated database that the tests' own are cloned from, unless this server has it. */
export async function ensureTemplate(serverUrl: string): Promise<void> {
  const name = templateName();
  await onServer(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(7428118)');
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount) return;
    await client.query(`drop database if exists ${name}_unfinished`);
    await client.query(`create database ${name}_unfinished`);
    const url = inDatabase(serverUrl, `${name}_unfinished`);
    process.env.DATABASE_URL ||= url;
    const { migrate } = await import('@/lib/store/migrate');
    await migrate(url);
    await runMigrations({ connectionString: url });
    await client.query(`alter database ${name}_unfinished rename to ${name}`);
  });
}

/** A fresh, migrated database of one's own. Asks for ensureTemplate() to have run on the server. */
export async function createTestDatabase(
  serverUrl = process.env.TEST_SERVER_URL ?? '',
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${templateName()}`));
  return {
    url: inDatabase(serverUrl, name),
    drop: () => onServer(serverUrl, (client) => drop(client, name)),
  };
}

/** Postgres refuses while its own autovacuum is in there; that is over in a moment. */
async function drop(client: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if (tries >= 50) throw error;
      await client.query('select pg_sleep(0.1)');
    }
  }
}

function templateName(): string {
  const hash = createHash('sha256');
  for (const { checksum } of knownMigrations()) hash.update(checksum);
  return `template_${hash.digest('hex').slice(0, 12)}`;
}

function inDatabase(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
