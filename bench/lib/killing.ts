// Two processes that fire timers and send, killed at random until nothing is left to do.
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { bundle } from '@/lib/start/testing/bundle';

export interface Killing {
  killed: number;
  /** How many of the kills came in the midst of a transaction, and how many while a message was on its way. */
  amid: number;
  amidSending: number;
  seconds: number;
  /** Milliseconds that each killed process had lived at work. */
  lives: number[];
}

interface Plan {
  /** Kills at least. */
  kills: number;
  /** Milliseconds that a process lives, drawn anew for each. */
  lifeMs: () => number;
  left: () => Promise<number>;
}

/** The life of a process, in milliseconds: half a second at least, eight seconds at most, the short ones the commonest. */
export const lifeMs = () => Math.min(8_000, 500 - 2_400 * Math.log(1 - Math.random()));
export const meanLifeMs = 2_790;

/** Kills each of two processes at the end of its life, then lets them finish: resolves when `left` says 0. */
export async function killUntilDone(url: string, { kills, lifeMs, left }: Plan): Promise<Killing> {
  const nodes = await crew(url);
  const watch = new pg.Client({ connectionString: url });
  await watch.connect();
  const lives: number[] = [];
  let amid = 0;
  let amidSending = 0;
  const began = performance.now();
  const oneAfterAnother = async (place: number) => {
    while (lives.length < kills) {
      const since = performance.now();
      await sleep(lifeMs());
      const doing = await watch.query<{ transaction: boolean; sending: boolean }>(whatIsDone);
      await nodes.kill(place, () => lives.push(performance.now() - since));
      if (doing.rows[0]?.transaction) amid += 1;
      if (doing.rows[0]?.sending) amidSending += 1;
    }
  };
  await Promise.all([oneAfterAnother(0), oneAfterAnother(1)]);
  while ((await left()) > 0) await sleep(200);
  const seconds = Math.round((performance.now() - began) / 1_000);
  nodes.end();
  await watch.end();
  return { killed: lives.length, amid, amidSending, seconds, lives };
}

/** A message that was taken just now is on its way; one that was taken long ago has lost its process. */
const whatIsDone = `
  select exists (
    select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and xact_start is not null and backend_xid is not null
  ) as transaction, exists (
    select 1 from delivery where state = 'sending' and lease_until > clock_timestamp() + interval '19.8 s'
  ) as sending`;

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
    kill: async (place: number, killed: () => void) => {
      working[place]?.kill('SIGKILL');
      killed();
      working[place] = await next();
    },
    end: () => {
      endAll();
      process.off('exit', endAll);
    },
  };
}
