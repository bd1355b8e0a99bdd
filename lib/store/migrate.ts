import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { log } from '@/lib/log';
import { type AppliedMigration, knownMigrations, type Migration, standingOf } from '@/lib/store/migrations';

/** A database that this version of the code must not touch. The message is for the person who starts it. */
export class UnfitDatabase extends Error {}

/** A database that does not answer, or not to us. The message is for the person who starts it. */
export class UnreachableDatabase extends Error {}

const oneAtATime = 7_428_117;

/** Prisma's own record of migrations, letter for letter, so that its tools go on working on this database. */
const recordTable = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/**
 * Brings the database at `url` to what this code expects and answers with the names of what it applied.
 * Copies that start together take turns. Throws UnfitDatabase when the database is newer than the code.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'quarterdeck migrate' });
  await client.connect().catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime]);
    await client.query(recordTable);
    const known = knownMigrations();
    const applied = await readApplied(client);
    const standing = standingOf(known, applied);
    if (standing.kind === 'newer') throw newer(standing.unknown);
    if (standing.kind === 'failed') {
      throw new UnfitDatabase(
        `The migration ${standing.name} was begun by another tool and did not end well; see its row in _prisma_migrations.`,
      );
    }
    warnOfEdits(known, applied);
    if (standing.kind === 'current') return [];
    for (const migration of standing.pending) await apply(client, migration);
    return standing.pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Whether the database has had every migration that this code brings, and no other. */
export async function isCurrent(client: Pick<pg.Pool, 'query'>): Promise<boolean> {
  return standingOf(knownMigrations(), await readApplied(client)).kind === 'current';
}

async function readApplied(client: Pick<pg.Pool, 'query'>): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

/** The script and its record are one transaction: a kill at any moment leaves all of a migration or nothing. */
async function apply(client: pg.Client, { name, script, checksum }: Migration) {
  try {
    await client.query('begin');
    await client.query(script);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`The migration ${name} failed and was undone: ${String(error)}`, { cause: error });
  }
}

function newer(unknown: string[]) {
  return new UnfitDatabase(
    'This database was made by a newer version of Quarterdeck: it has had ' +
      `${unknown.length === 1 ? 'a migration' : 'migrations'} that this version does not know (${unknown.join(', ')}).\n` +
      'Start the newer version again, or restore a backup from before the upgrade. Nothing was changed.',
  );
}

function unreachable(url: string, error: unknown) {
  const { host, pathname } = new URL(url);
  return new UnreachableDatabase(
    `The database ${pathname.slice(1)} at ${host} cannot be used: ${error instanceof Error ? error.message : String(error)}.\n` +
      'Check that it runs, and DATABASE_URL.',
    { cause: error },
  );
}

function warnOfEdits(known: Migration[], applied: AppliedMigration[]) {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  const edited = applied.filter(({ name, checksum }) => checksums.get(name) !== checksum).map(({ name }) => name);
  if (edited.length > 0) log.warn({ migrations: edited }, 'migrations were edited after they had been applied');
}
