import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runPostgres } from '@/lib/start/postgres/run';
import { temporaryFolder } from '@/lib/start/temporary-folder';
import { ensureTemplate } from '@/lib/start/testing/databases';
import { moment } from '../lib/answer';
import { start } from '../lib/child';
import { withDatabase } from '../lib/database';
import { type Fault, type TryFault } from '../lib/faults';
import { sql } from '../lib/incidents';
import { copyPages, outcomeOf, preparePages, untilDone } from '../lib/pages';
import { startReceiver } from '../lib/receiver';

/** What each asks of Postgres: to end every session and stop, and to stop at once, which it recovers from as from a crash. */
const ways = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** The database restarts under load, again and again. */
export const restarted: TryFault = async (_serverUrl, { quick }) => {
  const faults: Fault[] = [];
  for (const way of ['fast', 'immediate'] as const) faults.push(await restartedBy(way, quick ? 3 : 20));
  return faults;
};

async function restartedBy(way: keyof typeof ways, trials: number): Promise<Fault> {
  const folder = temporaryFolder('faults');
  let server = await runPostgres(folder);
  await ensureTemplate(server.url);
  let fault: Fault | null = null;
  await withDatabase(server.url, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 3);
    const nodes = [
      await start('timers', { DATABASE_URL: url, LOG_LEVEL: 'silent' }),
      await start('timers', { DATABASE_URL: url, LOG_LEVEL: 'silent' }),
    ];
    const count = trials * 60;
    const first = await copyPages(url, template, { count, fromMs: 2_000, toMs: 2_000 + trials * 4_000 });
    await sleep(2_000);
    const waits: number[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      await sleep(1_000 + Math.random() * 1_500);
      const returned = untilReturned(url, () => server.kill(ways[way]));
      await server.ended;
      server = await runPostgres(folder);
      waits.push(await untilCalled(url, await returned));
    }
    await untilDone(url);
    for (const node of nodes) await node.kill();
    fault = {
      what: `database restarts (${way})`,
      trials,
      steps: count,
      ...(await outcomeOf(url, template, { first, receiver })),
      wait: 'a due step fired after its return by',
      worst: Math.max(...waits),
      most: 1_000,
    };
    await receiver.stop();
  });
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (!fault) throw new Error('Nothing was tried.');
  return fault;
}

/** Stops the database, and answers with the moment at which it takes connections again. */
async function untilReturned(url: string, stop: () => void): Promise<number> {
  const last = new pg.Client({ connectionString: url });
  const ended = new Promise<void>((resolve) => {
    last.on('error', () => resolve());
    last.on('end', () => resolve());
  });
  await last.connect();
  stop();
  await ended;
  for (;;) {
    try {
      await sql(url, 'select 1');
      return moment();
    } catch {
      await sleep(5);
    }
  }
}

/** Milliseconds from its return until the first step was fired; one is overdue by then. */
async function untilCalled(url: string, returned: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const [row] = await sql<{ at: number | null }>(
      url,
      `select (extract(epoch from min(recorded_at)) * 1000)::float8 as at from fact
       where kind = 'page.called' and recorded_at > to_timestamp($1::float8 / 1000)`,
      [returned],
    );
    if (row?.at) return row.at - returned;
    if (performance.now() - began > 20_000) throw new Error('No step was fired after the database’s return.');
    await sleep(20);
  }
}
