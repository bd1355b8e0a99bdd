import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { createTestDatabase } from '@/lib/start/testing/databases';
import { migrate, isCurrent, UnfitDatabase } from './migrate';
import { knownMigrations, standingOf } from './migrations';
import { migrationsList, noFilters, schema, schemaEngine } from './schema-engine';

const known = knownMigrations();
const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
let url: string;
let drop: () => Promise<void>;

beforeAll(async () => ({ url, drop } = await createTestDatabase()));
afterAll(() => drop());

const query = async (sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
};

describe('applying migrations', () => {
  test('starts at the same moment take turns and apply each migration once', async () => {
    await query('drop schema public cascade; create schema public');
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(known.map(({ name }) => name));
    const { rowCount } = await query('select 1 from _prisma_migrations where finished_at is not null');
    expect(rowCount).toBe(known.length);
  });

  test("Prisma's own engine agrees with the record", async () => {
    const { engine, close } = await schemaEngine(url);
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList: { ...migrationsList(), lockfile },
      optInToShadowDatabase: false,
      filters: noFilters,
    });
    close();
    expect(diagnosis).toMatchObject({ history: null, failedMigrationNames: [], editedMigrationNames: [] });
  });

  test.each([
    ['what they made here', { tag: 'schemaDatasource', ...schema(), configDir: '.' }],
    ['what they make on an empty database of the engine’s own', { tag: 'migrations', ...migrationsList(), lockfile }],
  ] as const)('the migrations make what the schema wants, so none is missing: %s', async (_name, from) => {
    const { engine, close } = await schemaEngine(url);
    const to = { tag: 'schemaDatamodel' as const, ...schema() };
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: noFilters });
    close();
    expect(stdout?.trim()).toBe('-- This is an empty migration.');
  });

  test('a database newer than the code is refused and left alone', async () => {
    await query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
                 values ('x', 'x', '29991231000000_from_the_future', now())`);
    await expect(migrate(url)).rejects.toThrow(UnfitDatabase);
    await expect(migrate(url)).rejects.toThrow(/newer version.*29991231000000_from_the_future/s);
    const client = new pg.Pool({ connectionString: url });
    expect(await isCurrent(client)).toBe(false);
    await client.end();
  });
});

describe('where a database stands', () => {
  const migration = (name: string) => ({ name, script: '', checksum: name });
  const done = (name: string) => ({ name, checksum: name, finished: true });
  test.each([
    ['current', [done('1'), done('2')], { kind: 'current' }],
    ['behind', [done('1')], { kind: 'behind', pending: [migration('2')] }],
    ['newer', [done('1'), done('2'), done('3')], { kind: 'newer', unknown: ['3'] }],
    ['failed', [done('1'), { ...done('2'), finished: false }], { kind: 'failed', name: '2' }],
  ])('%s', (_name, applied, standing) => {
    expect(standingOf([migration('1'), migration('2')], applied)).toEqual(standing);
  });
});
