// (e) Pages: from the moment of a step to the first byte at a receiver, a thousand at once; how late steps are, and how many a
// second, beside graphile-worker.
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { quantile } from './lib/figures';
import { sql } from './lib/incidents';
import { addJobs, type Late, lateTheirs, settleMs, warmMs } from './lib/lateness';
import { copyPages, latenessOf, type PageTemplate, preparePages, untilDone } from './lib/pages';
import { type Receiver, startReceiver } from './lib/receiver';
import { printTable } from './lib/table';

const waiting = 10_000;

interface Rush {
  /** Milliseconds from the fact of the call to the first byte at the receiver, and from the moment at which it was due. */
  told: number[];
  due: number[];
  perSecond: number;
}

export async function paging(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const rounds = quick ? 2 : 5;
  const span = quick ? 200 : 500;
  const spanMs = span * 20;
  const crowd = 1_000;
  await withDatabase(serverUrl, async (url) => {
    const receiver = await startReceiver();
    const template = await preparePages(url, receiver.url, 1);
    await sql(url, 'create table fired (id int, due timestamptz, at timestamptz)');
    await copyPages(url, template, { count: waiting, fromMs: 3_600_000, toMs: 7_200_000 });
    const warm = await start('graphile', { DATABASE_URL: url });
    await warm.kill();
    await addJobs(url, waiting, 3_600_000, 7_200_000);

    const rushes: Rush[] = [];
    const theirRushes: number[] = [];
    const ours: Late[] = [];
    const theirs: Late[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const turns = [
        async () => ours.push(await lateOurs(url, template, span, spanMs)),
        async () => theirs.push(await lateTheirs(url, span, spanMs)),
        async () => rushes.push(await rush(url, template, crowd, receiver)),
        async () => theirRushes.push(await rushOfTheirs(url, crowd)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    await receiver.stop();

    const each = (pick: (rush: Rush) => number[], q: number) => rushes.map((one) => quantile(pick(one), q));
    printTable(
      `(e) Pages: ${waiting.toLocaleString('en')} waiting; ${span} steps due over ${spanMs / 1_000} s, then ${crowd.toLocaleString('en')} at once; ${rounds} rounds`,
      'graphile-worker',
      [
        {
          what: 'lateness p50, one process',
          unit: 'ms',
          ours: ours.map(({ p50 }) => p50),
          theirs: theirs.map(({ p50 }) => p50),
        },
        {
          what: 'lateness p99, one process',
          unit: 'ms',
          ours: ours.map(({ p99 }) => p99),
          theirs: theirs.map(({ p99 }) => p99),
        },
        { what: 'lateness p99 alone', unit: 'ms', ours: ours.map(({ p99 }) => p99), most: 50 },
        {
          what: 'due steps fired a second',
          unit: '/s',
          ours: rushes.map(({ perSecond }) => perSecond),
          theirs: theirRushes,
        },
        { what: 'paged → first byte out, at once, p50', unit: 'ms', ours: each(({ told }) => told, 0.5) },
        { what: 'paged → first byte out, at once, p99', unit: 'ms', ours: each(({ told }) => told, 0.99) },
        { what: 'due → first byte out, at once, p50', unit: 'ms', ours: each(({ due }) => due, 0.5) },
        { what: 'due → first byte out, at once, p99', unit: 'ms', ours: each(({ due }) => due, 0.99) },
      ],
    );
  });
}

async function lateOurs(url: string, template: PageTemplate, count: number, spanMs: number): Promise<Late> {
  const node = await start('timers', { DATABASE_URL: url });
  await copyPages(url, template, { count: 50, fromMs: 0, toMs: 500 });
  await sleep(warmMs);
  const first = await copyPages(url, template, { count, fromMs: settleMs, toMs: settleMs + spanMs });
  await sleep(settleMs + spanMs);
  await untilDone(url);
  const late = await latenessOf(url, first);
  if (late.length !== count) throw new Error(`${late.length} of ${count} were fired`);
  await node.kill();
  return { p50: quantile(late, 0.5), p99: quantile(late, 0.99) };
}

/** Two processes and as many pages due in one moment. */
async function rush(url: string, template: PageTemplate, count: number, receiver: Receiver): Promise<Rush> {
  const nodes = [await start('timers', { DATABASE_URL: url }), await start('timers', { DATABASE_URL: url })];
  await copyPages(url, template, { count: 100, fromMs: 0, toMs: 500 });
  await sleep(warmMs);
  const first = await copyPages(url, template, { count, fromMs: settleMs, toMs: settleMs });
  await sleep(settleMs);
  await untilDone(url);
  for (const node of nodes) await node.kill();
  const rows = await sql<{ key: string; called: number; due: number }>(
    url,
    `select 'delivery-' || d.id as key, (extract(epoch from f.recorded_at) * 1000)::float8 as called,
       (extract(epoch from due.at) * 1000)::float8 as due
     from due join fact f on f.incident_number = due.number and f.kind = 'page.called'
       join delivery d on d.incident_number = due.number
     where due.number >= $1`,
    [first],
  );
  if (rows.length !== count) throw new Error(`${rows.length} of ${count} were sent`);
  const arrived = (key: string) => receiver.first.get(key) ?? NaN;
  const last = Math.max(...rows.map(({ called, due }) => called - due));
  return {
    told: rows.map(({ key, called }) => arrived(key) - called),
    due: rows.map(({ key, due }) => arrived(key) - due),
    perSecond: (count / last) * 1_000,
  };
}

async function rushOfTheirs(url: string, count: number): Promise<number> {
  const nodes = [await start('graphile', { DATABASE_URL: url }), await start('graphile', { DATABASE_URL: url })];
  await addJobs(url, 100, 0, 500);
  await sleep(warmMs);
  await sql(url, 'truncate fired');
  await addJobs(url, count, settleMs, settleMs);
  const began = performance.now();
  for (;;) {
    await sleep(100);
    const [row] = await sql<{ n: number; first: number; last: number }>(
      url,
      `select count(*)::int as n, (extract(epoch from min(at)) * 1000)::float8 as first,
         (extract(epoch from max(at)) * 1000)::float8 as last from fired`,
    );
    if (row && row.n >= count) {
      for (const node of nodes) await node.kill();
      // Its poll comes round every two seconds: from the first that ran, which flatters it.
      return (count / (row.last - row.first)) * 1_000;
    }
    if (performance.now() - began > 60_000) throw new Error('graphile-worker did not finish');
  }
}
