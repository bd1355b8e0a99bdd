// How late something fires, and how late graphile-worker does.
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './child';
import { quantile } from './figures';
import { sql } from './incidents';

/** Both have fired a few before any is counted, and every timer is written well before its moment. */
export const warmMs = 4_000;
export const settleMs = 4_000;

/** Milliseconds. */
export interface Late {
  p50: number;
  p99: number;
}

export async function lateTheirs(url: string, count: number, spanMs: number): Promise<Late> {
  const node = await start('graphile', { DATABASE_URL: url });
  await addJobs(url, 50, 0, 500);
  await sleep(warmMs);
  await sql(url, 'truncate fired');
  await addJobs(url, count, settleMs, settleMs + spanMs);
  await sleep(settleMs + spanMs);
  const rows = await whenAll(count, () => sql(url, 'select extract(epoch from at - due) * 1000 as late from fired'));
  await node.kill();
  return lateness(rows);
}

/** Waits until `count` have fired and a moment longer, in which none may fire twice. */
export async function whenAll(count: number, read: () => Promise<{ late: number }[]>): Promise<{ late: number }[]> {
  const began = performance.now();
  while ((await read()).length < count && performance.now() - began < 60_000) await sleep(250);
  await sleep(1_000);
  const rows = await read();
  if (rows.length !== count) throw new Error(`${rows.length} of ${count} fired`);
  return rows;
}

export function lateness(rows: { late: number }[]): Late {
  const late = rows.map((row) => Number(row.late));
  return { p50: quantile(late, 0.5), p99: quantile(late, 0.99) };
}

export async function addJobs(url: string, count: number, fromMs: number, toMs: number): Promise<void> {
  await sql(
    url,
    `select graphile_worker.add_job('fire', json_build_object('id', n, 'due', due), run_at => due)
     from (select n, app_now() + make_interval(secs => ($2 + ($3::float8 - $2) * n / $1::int) / 1000.0) as due
       from generate_series(1, $1::int) n) jobs`,
    [count, fromMs, toMs],
  );
}
