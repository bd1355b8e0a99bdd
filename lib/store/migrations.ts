import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Migration = { name: string; script: string; checksum: string };

export const migrationsFolder = path.resolve('prisma/migrations');

let known: Migration[] | null = null;

/** The migrations that this version of the code brings, oldest first, with Prisma's checksum of each. */
export function knownMigrations(): Migration[] {
  // Read once: a running copy stays the version it is when newer sources arrive beneath it.
  return (known ??= readMigrations());
}

function readMigrations(): Migration[] {
  if (!existsSync(migrationsFolder)) return [];
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const script = readFileSync(path.join(migrationsFolder, entry.name, 'migration.sql'), 'utf8');
      return { name: entry.name, script, checksum: createHash('sha256').update(script).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export type AppliedMigration = { name: string; checksum: string; finished: boolean };

export type Standing =
  | { kind: 'current' }
  | { kind: 'behind'; pending: Migration[] }
  | { kind: 'newer'; unknown: string[] }
  | { kind: 'failed'; name: string };

/** How a database that went through `applied` stands to code that brings `known`. */
export function standingOf(known: Migration[], applied: AppliedMigration[]): Standing {
  const failed = applied.find((migration) => !migration.finished);
  if (failed) return { kind: 'failed', name: failed.name };
  const names = new Set(known.map(({ name }) => name));
  const unknown = applied.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const done = new Set(applied.map(({ name }) => name));
  const pending = known.filter(({ name }) => !done.has(name));
  return pending.length > 0 ? { kind: 'behind', pending } : { kind: 'current' };
}
