import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Halt } from '../say.mjs';
import { type Access, settleAccess, urlOf } from './access';
import { bareEnvironment } from './bare-environment';
import { initialiseCluster } from './initialise';
import { clearLeftover } from './leftover';
import { type Place, placeFor } from './place';
import { serverSettings } from './settings';

export type RunningPostgres = {
  url: string;
  /** Resolves with the reason when the server ends, asked or not. */
  ended: Promise<string>;
  stop: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
};

/** Starts the Postgres of a data folder, made first if need be, and resolves when it takes connections. */
export async function runPostgres(folder: string, { throwaway = false } = {}): Promise<RunningPostgres> {
  const place = placeFor(folder);
  await clearLeftover(place);
  const access = await settleAccess(folder);
  initialiseCluster(place, access);
  for (let attempt = 1; ; attempt++) {
    const server = launch(folder, place, access, throwaway);
    const gone = new AbortController();
    void server.ended.then(() => gone.abort());
    const outcome = await Promise.race([server.ended, ready(access, gone.signal)]);
    if (outcome === 'ready') {
      await ensureDatabase(access);
      return {
        url: urlOf(access),
        ended: server.ended,
        stop: () => stop(server.child, server.ended),
        kill: (signal) => server.child.kill(signal),
      };
    }
    // After kill -9 the old server's last processes hold its shared memory for a moment.
    if (attempt >= 20)
      throw new Halt(`Postgres does not start (${outcome}).\n${readFileSync(logFile(folder), 'utf8').slice(-2000)}`);
    await sleep(250);
  }
}

function logFile(folder: string) {
  return path.join(folder, 'postgres-start.log');
}

function launch(folder: string, place: Place, access: Access, throwaway: boolean) {
  const log = openSync(logFile(folder), 'w');
  const child = spawn(
    path.join(place.programs, 'bin/postgres'),
    ['-D', place.data, '-p', String(access.port), ...serverSettings(throwaway)],
    // Its own process group: Ctrl-C must reach it last, after the app has drained.
    { ...place.user, cwd: '/', detached: true, stdio: ['ignore', log, log], env: bareEnvironment },
  );
  closeSync(log);
  const stopWithUs = () => child.kill('SIGINT');
  process.once('exit', stopWithUs);
  child.on('exit', () => process.off('exit', stopWithUs));
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, ended };
}

async function ready(access: Access, gone: AbortSignal): Promise<'ready' | 'gone'> {
  while (!gone.aborted) {
    const client = adminClient(access);
    try {
      await client.connect();
      await client.end();
      return 'ready';
    } catch (error) {
      await client.end().catch(() => undefined);
      if (error instanceof pg.DatabaseError && error.code === '28P01') {
        throw new Halt('The password kept in postgres.json is not the one of the database beside it.', {
          cause: error,
        });
      }
      await sleep(50);
    }
  }
  return 'gone';
}

function adminClient(access: Access) {
  return new pg.Client({
    host: '127.0.0.1',
    port: access.port,
    user: 'postgres',
    password: access.adminPassword,
    database: 'postgres',
  });
}

async function ensureDatabase(access: Access) {
  const client = adminClient(access);
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'quarterdeck'");
    if (role.rowCount === 0) await client.query(`create role quarterdeck login createdb password '${access.password}'`);
    const database = await client.query("select 1 from pg_database where datname = 'quarterdeck'");
    if (database.rowCount === 0) await client.query('create database quarterdeck owner quarterdeck');
  } finally {
    await client.end();
  }
}

async function stop(child: ChildProcess, ended: Promise<string>) {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    if (await Promise.race([ended, sleep(patience, null, { ref: false })])) return;
  }
}
