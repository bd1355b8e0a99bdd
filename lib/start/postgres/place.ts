import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { postgresPackage } from '../install/links.mjs';
import { Halt, say } from '../say.mjs';

/** Where one Postgres keeps its programs and data, and the system user it runs as (null: the one who starts it). */
export type Place = { programs: string; data: string; user: { uid: number; gid: number } | null };

const reachable = '/var/lib/quarterdeck';

/** Decides where Postgres lives for a data folder; as root it needs another user, and folders which that user can reach. */
export function placeFor(folder: string): Place {
  const native = nativePrograms();
  if (process.getuid?.() !== 0) return { programs: native, data: path.join(folder, 'postgres'), user: null };
  const user = postgresUser();
  return { programs: reachablePrograms(native, user), data: reachableData(folder, user), user };
}

function nativePrograms(): string {
  const folder = postgresPackage();
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  if (folder === null || (process.platform === 'linux' && !report?.header?.glibcVersionRuntime)) {
    throw new Halt(
      `There is no built-in Postgres for this machine (${process.platform} ${process.arch}).\n` +
        'Set DATABASE_URL to a Postgres of your own, for example postgresql://user:password@host:5432/quarterdeck',
    );
  }
  return path.join(folder, 'native');
}

function postgresUser() {
  const user = lookUp('postgres') ?? lookUp('quarterdeck') ?? create('quarterdeck') ?? lookUp('nobody');
  if (user === null) {
    throw new Halt(
      'Postgres refuses to run as root, and no other system user could be found or made. Start as another user.',
    );
  }
  return user;
}

function lookUp(name: string) {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

function create(name: string) {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name], {
      stdio: 'ignore',
    });
    say(`  Made the system user ${name}: Postgres refuses to run as root.`);
  } catch {
    return null;
  }
  return lookUp(name);
}

function reachablePrograms(native: string, user: { uid: number; gid: number }): string {
  if (canRead(path.join(native, 'bin/postgres'), user)) return native;
  const version = (JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string })
    .version;
  const copy = path.join(reachable, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(reachable, { recursive: true, mode: 0o755 });
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
    say(`  Copied the Postgres programs to ${copy}: its user cannot reach this folder.`);
  }
  return copy;
}

function reachableData(folder: string, user: { uid: number; gid: number }): string {
  const here = path.join(folder, 'postgres');
  mkdirSync(folder, { recursive: true });
  if (canRead(folder, user)) return own(here, user);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const there = path.join(reachable, `data-${name}`);
  if (!existsSync(there)) say(`  The database is kept in ${there}: its user cannot reach ${folder}.`);
  mkdirSync(reachable, { recursive: true, mode: 0o755 });
  return own(there, user);
}

function own(data: string, user: { uid: number; gid: number }): string {
  if (!lstatSync(data, { throwIfNoEntry: false })) mkdirSync(data, { mode: 0o700 });
  if (statSync(data).uid !== user.uid) chownSync(data, user.uid, user.gid);
  return data;
}

function canRead(target: string, user: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', target], { ...user, cwd: '/' }).status === 0;
}
