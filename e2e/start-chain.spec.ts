import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { freePort } from '../lib/start/postgres/access';
import { temporaryFolder } from '../lib/start/temporary-folder';
import { createTestDatabase } from '../lib/start/testing/databases';
import { answers, begin, endBegun } from './fixtures/start';

// What a newcomer types, with a Postgres and a data folder of its own; the build is there already, as at a second start.
test.describe.configure({ timeout: 180_000 });
const patient = { timeout: 90_000 };
test.afterEach(endBegun);

const links = (said: string) => said.match(/http:\S+\/set-up\/\S+/g) ?? [];

test('npm start serves, survives kill -9 of itself, and stops cleanly with its Postgres', async () => {
  const data = temporaryFolder('start');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const first = begin(port, data);
  await expect.poll(() => answers(url), patient).toBe(true);
  await expect.poll(first.said, patient).toContain(`${url}/set-up/`);

  // The app alone, which is started again and makes the link anew: the former one opens nothing any more.
  process.kill(Number(readFileSync(path.join(data, 'app.pid'), 'utf8')), 'SIGKILL');
  await expect.poll(() => links(first.said()).length, patient).toBe(2);
  const [former, fresh] = links(first.said());
  expect(fresh).not.toBe(former);

  first.child.kill('SIGKILL');
  await expect.poll(() => answers(url), patient).toBe(false);

  const second = begin(port, data);
  await expect.poll(() => answers(url), patient).toBe(true);
  await expect.poll(second.said, patient).toContain('is ready at');
  expect(await second.interrupt(), second.said()).toBe(0);
  expect(second.said()).toContain('Stopped.');
  expect(await answers(url)).toBe(false);
  expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);
  rmSync(data, { recursive: true, force: true });
});

/** A data folder, and a Postgres that somebody else runs with an empty database in it. */
async function given() {
  const data = temporaryFolder('given');
  const { url, drop } = await createTestDatabase();
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await query('drop schema public cascade; drop schema graphile_worker cascade; create schema public');
  const cleanUp = async () => {
    rmSync(data, { recursive: true, force: true });
    await drop();
  };
  return { data, query, env: { DATABASE_URL: url }, port: await freePort(), cleanUp };
}

test('npm start uses the Postgres that it is given, starts none, and leaves it running', async () => {
  const { data, env, port, query, cleanUp } = await given();
  const url = `http://localhost:${port}`;
  const app = begin(port, data, env);
  await expect.poll(() => answers(url), patient).toBe(true);
  await expect.poll(app.said, patient).toContain(`${url}/set-up/`);
  expect(app.said()).not.toContain('Starting Postgres');
  expect(existsSync(path.join(data, 'postgres'))).toBe(false);
  const migrations = await query('select migration_name from _prisma_migrations where finished_at is not null');
  expect(migrations.length).toBeGreaterThan(0);

  expect(await app.interrupt(), app.said()).toBe(0);
  expect(app.said()).toContain('Stopped.');
  expect(await answers(url)).toBe(false);
  expect(await query('select migration_name from _prisma_migrations where finished_at is not null')).toEqual(
    migrations,
  );
  await cleanUp();
});

test('npm start refuses a database that is newer than the code, in words, at once, and leaves it alone', async () => {
  const { data, env, port, query, cleanUp } = await given();
  const url = `http://localhost:${port}`;
  const older = begin(port, data, env);
  await expect.poll(() => answers(url), patient).toBe(true);
  expect(await older.interrupt(), older.said()).toBe(0);
  await query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
               values ('x', 'x', '29991231000000_from_the_future', now())`);
  // How many rows each table has, and which transaction wrote the newest.
  const content = () =>
    query(`select table_name, query_to_xml(
             format('select count(*), max(xmin::text::bigint) from %I', table_name), false, true, '')::text as rows
           from information_schema.tables where table_schema = 'public' order by table_name`);
  const before = await content();

  const refused = begin(port, data, env);
  await expect
    .poll(refused.said, { timeout: 30_000 })
    .toContain('This database was made by a newer version of Quarterdeck');
  expect(refused.said()).toContain('29991231000000_from_the_future');
  expect(refused.said()).toContain('Start the newer version again, or restore a backup from before the upgrade.');
  expect(await refused.ended, refused.said()).toBe(1);
  expect(refused.said()).not.toContain('is ready at');
  expect(refused.said()).not.toContain('Starting it again');
  expect(await content()).toEqual(before);
  await cleanUp();
});
