// (e) Timers: how late, and how soon after a kill, beside graphile-worker.
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { addPeople, copyIncidents, sql } from './lib/incidents';
import { addJobs, type Late, lateness, lateTheirs, settleMs, warmMs, whenAll } from './lib/lateness';
import { note, printTable } from './lib/table';

const waiting = 10_000;
const patienceMs = 10_000;

export async function timers(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  await withDatabase(serverUrl, async (url) => {
    const env = { DATABASE_URL: url };
    const rounds = quick ? 2 : 5;
    const count = quick ? 200 : 500;
    const spanMs = count * 20;
    const writer = await start('writer', env);
    await addPeople(url, 5);
    const template = await writer.call<number>('declare');
    await sql(url, 'create table fired (id int, due timestamptz, at timestamptz)');
    await copyIncidents(url, template, { count: waiting, fromMs: 3_600_000, toMs: 7_200_000 });

    const ours: Late[] = [];
    const theirs: Late[] = [];
    const warm = await start('graphile', env);
    await warm.kill();
    await addJobs(url, waiting, 3_600_000, 7_200_000);
    for (let round = 0; round < rounds; round += 1) {
      const turns = [
        async () => ours.push(await lateOurs(url, template, count, spanMs)),
        async () => theirs.push(await lateTheirs(url, count, spanMs)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }

    const recovered: number[] = [];
    const returned: number[] = [];
    const theirRecovery: number[] = [];
    for (let round = 0; round < (quick ? 2 : 5); round += 1) {
      recovered.push(await recovery(url, template, true));
      returned.push(await recovery(url, template, false));
      if (round < 2) theirRecovery.push(await recoveryOfTheirs(url));
    }

    printTable(
      `(e) Timers: ${waiting.toLocaleString('en')} waiting, ${count} due over ${spanMs / 1_000} s, ${rounds} rounds`,
      'graphile-worker',
      [
        { what: 'lateness p50', unit: 'ms', ours: ours.map(({ p50 }) => p50), theirs: theirs.map(({ p50 }) => p50) },
        { what: 'lateness p99', unit: 'ms', ours: ours.map(({ p99 }) => p99), theirs: theirs.map(({ p99 }) => p99) },
        { what: 'lateness p99 alone', unit: 'ms', ours: ours.map(({ p99 }) => p99), most: 50 },
        { what: 'killed amid firing → fired by another', unit: 'ms', ours: recovered, most: 1_000 },
        { what: 'killed amid firing → fired on return', unit: 'ms', ours: returned, most: 1_000 },
      ],
    );
    const gaveUp = theirRecovery.every((ms) => ms >= patienceMs);
    note(
      gaveUp
        ? `graphile-worker had not recovered after ${patienceMs / 1_000} s (its locks last 4 hours).`
        : `graphile-worker recovered in ${theirRecovery.map((ms) => Math.round(ms)).join(', ')} ms.`,
    );
    note('Each timer and each job was fired once.');
  });
}

async function lateOurs(url: string, template: number, count: number, spanMs: number): Promise<Late> {
  const node = await start('timers', { DATABASE_URL: url });
  await copyIncidents(url, template, { count: 50, fromMs: 0, toMs: 500 });
  await sleep(warmMs);
  const first = await copyIncidents(url, template, { count, fromMs: settleMs, toMs: settleMs + spanMs });
  await sleep(settleMs + spanMs);
  const rows = await whenAll(count, () =>
    sql(
      url,
      `select extract(epoch from recorded_at - (data->>'dueAt')::timestamptz) * 1000 as late
       from fact where kind = 'command.overdue' and incident_number >= $1`,
      [first],
    ),
  );
  await node.kill();
  return lateness(rows);
}

/** Milliseconds from kill -9 of a node that had taken a timer until it is fired: by a node that runs, or by one that starts then. */
async function recovery(url: string, template: number, running: boolean): Promise<number> {
  const number = await copyIncidents(url, template, { count: 1, fromMs: 0, toMs: 0 });
  const hanging = await start('hanging-timer', { DATABASE_URL: url });
  if (!(await hanging.call<boolean>('take', number))) throw new Error('The timer was not taken.');
  const other = await start('timers', { DATABASE_URL: url, ...(running ? {} : { WAIT: '1' }) });
  await sleep(500 + Math.random() * 500);
  void hanging.kill();
  const began = performance.now();
  if (!running) other.process.send('go');
  const ms = await untilOne(
    url,
    `select 1 from fact where incident_number = ${number} and kind = 'command.overdue'`,
    began,
  );
  await other.kill();
  return ms;
}

async function recoveryOfTheirs(url: string): Promise<number> {
  await sql(url, 'truncate fired');
  const hanging = await start('graphile', { DATABASE_URL: url, HANG: '1' });
  const taken = new Promise((resolve) => hanging.process.once('message', resolve));
  await addJobs(url, 1, 0, 0);
  await taken;
  const other = await start('graphile', { DATABASE_URL: url });
  await sleep(500 + Math.random() * 500);
  void hanging.kill();
  const ms = await untilOne(url, 'select 1 from fired', performance.now());
  await other.kill();
  return ms;
}

async function untilOne(url: string, text: string, began: number): Promise<number> {
  for (;;) {
    const ms = performance.now() - began;
    if (ms > patienceMs || (await sql(url, text)).length > 0) return ms;
    await sleep(5);
  }
}
