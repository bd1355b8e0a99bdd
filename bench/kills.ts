// (e) The kill test: 10,000 timers, two processes that fire them, killed at random a thousand times. One record each.
import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '@/lib/start/testing/bundle';
import { start } from './lib/child';
import { withDatabase } from './lib/database';
import { addPeople, copyIncidents, sql } from './lib/incidents';
import { note } from './lib/table';

interface Outcome {
  fired: number;
  incidents: number;
  left: number;
  wrong: number;
  notices: number;
}

export async function kills(serverUrl: string, { quick }: { quick: boolean }): Promise<void> {
  const count = quick ? 1_000 : 10_000;
  const wanted = quick ? 60 : 1_000;
  await withDatabase(serverUrl, async (url) => {
    const writer = await start('writer', { DATABASE_URL: url });
    await addPeople(url, 3);
    const template = await writer.call<number>('declare');
    await writer.kill();
    // In bursts of twenty, so that a kill often comes in the midst of firing.
    const spanMs = wanted * 250;
    const first = await copyIncidents(url, template, { count, fromMs: 2_000, toMs: 2_000 + spanMs, burst: 20 });

    const nodes = await crew(url);
    let killed = 0;
    let amid = 0;
    const began = performance.now();
    const left = async () =>
      Number(
        (
          await sql<{ n: string }>(url, `select count(*) as n from timer where kind = 'command' and stream <> $1`, [
            `incident:${template}`,
          ])
        )[0]?.n,
      );
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

    const [outcome] = await sql<Outcome & Record<string, unknown>>(
      url,
      `select count(*)::int as fired, count(distinct incident_number)::int as incidents,
        (select count(*)::int from timer where kind = 'command' and stream <> 'incident:' || $2::int) as left,
        (select count(*)::int from incident where number >= $1 and (seq <> 2 or (state->>'seq')::int <> 2)) as wrong,
        (select count(*)::int from notice where kind = 'command-overdue') as notices
       from fact where kind = 'command.overdue' and incident_number >= $1`,
      [first, template],
    );
    if (
      !outcome ||
      outcome.fired !== count ||
      outcome.incidents !== count ||
      outcome.left ||
      outcome.wrong ||
      outcome.notices !== 3 * count
    ) {
      throw new Error(`the kill test failed: ${JSON.stringify(outcome)}`);
    }
    const seconds = Math.round((performance.now() - began) / 1_000);
    note(
      `(e) ${count.toLocaleString('en')} timers, ${killed.toLocaleString('en')} kills of 2 processes (${amid} of them in the midst of a ` +
        `transaction) in ${seconds} s: every timer left one fact and its ${(3 * count).toLocaleString('en')} notices, none twice.`,
    );
  });
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
