import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder';
import { runPostgres, type RunningPostgres } from './run';

const folders: string[] = [];
const running: RunningPostgres[] = [];
const newFolder = () => {
  folders.push(temporaryFolder('postgres'));
  return folders.at(-1) ?? '';
};
const run = async (folder: string) => {
  const postgres = await runPostgres(folder);
  running.push(postgres);
  return postgres;
};

afterAll(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const query = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(sql)).rows[0]?.answer;
  } finally {
    await client.end().catch(() => undefined);
  }
};

test('a killed Postgres starts again with what it had, at the same port', async () => {
  const folder = newFolder();
  const first = await run(folder);
  await query(first.url, 'create table kept as select 42 as answer');
  first.kill('SIGKILL');
  await first.ended;
  const second = await run(folder);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select answer from kept')).toBe(42);
}, 60_000);

test('one that outlived its starter is stopped and replaced; a stale lock names no living one and is removed', async () => {
  const folder = newFolder();
  const orphan = await run(folder);
  await query(orphan.url, 'create table kept as select 7 as answer');
  const heir = await run(folder);
  await expect(orphan.ended).resolves.toBeTruthy();
  expect(await query(heir.url, 'select answer from kept')).toBe(7);
  await heir.stop();
  writeFileSync(path.join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${folder}\n`);
  const last = await run(folder);
  expect(await query(last.url, 'select answer from kept')).toBe(7);
}, 60_000);

test('two data folders have two servers that know nothing of each other', async () => {
  const [one, other] = await Promise.all([run(newFolder()), run(newFolder())]);
  await query(one.url, 'create table mine as select 1 as answer');
  expect(await query(other.url, "select to_regclass('mine') as answer")).toBeNull();
  expect(await query(one.url, "select current_setting('listen_addresses') as answer")).toBe('127.0.0.1');
  expect(await query(one.url, "select current_setting('synchronous_commit') as answer")).toBe('on');
}, 60_000);
