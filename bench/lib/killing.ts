// Two processes that fire timers, killed at random until nothing is left to fire.
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '@/lib/start/testing/bundle';
import { sql } from './incidents';

export interface Killing {
  killed: number;
  /** How many of the kills came in the midst of a transaction. */
  amid: number;
  seconds: number;
}

/** Kills `wanted` times at least, then lets them finish: resolves when `left` says 0. */
export async function killUntilDone(url: string, wanted: number, left: () => Promise<number>): Promise<Killing> {
  const nodes = await crew(url);
  let killed = 0;
  let amid = 0;
  const began = performance.now();
  while (killed < wanted || (await left()) > 0) {
    if (killed >= wanted) {
      await sleep(200);
      continue;
    }
    await sleep(40 + Math.random() * 380);
    if (await isFiring(url)) amid += 1;
    await nodes.kill(killed % 2);
    killed += 1;
  }
  nodes.end();
  return { killed, amid, seconds: Math.round((performance.now() - began) / 1_000) };
}

/** Two processes at work, and warmed-up ones that step in the moment that one is killed. */
async function crew(url: string) {
  const program = await bundle('bench/programs/timers.ts');
  const spares: Promise<ChildProcess>[] = [];
  const all = new Set<ChildProcess>();
  const warm = () =>
    new Promise<ChildProcess>((resolve) => {
      const child = fork(program, [], {
        env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent', WAIT: '1' },
        // The program is bundled: what loads this bench's own TypeScript would only slow its start.
        execArgv: [],
      });
      all.add(child);
      child.once('message', () => resolve(child));
      child.once('exit', () => all.delete(child));
    });
  const endAll = () => all.forEach((child) => child.kill('SIGKILL'));
  process.on('exit', endAll);
  const next = async () => {
    spares.push(warm());
    const child = await (spares.shift() ?? warm());
    child.send('go');
    return child;
  };
  spares.push(warm(), warm());
  const working = [await next(), await next()];
  return {
    kill: async (place: number) => {
      working[place]?.kill('SIGKILL');
      working[place] = await next();
    },
    end: endAll,
  };
}

async function isFiring(url: string): Promise<boolean> {
  const rows = await sql(
    url,
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and xact_start is not null and backend_xid is not null limit 1`,
  );
  return rows.length > 0;
}
