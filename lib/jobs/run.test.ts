import { expect, it } from 'vitest';
import { pool } from '@/lib/store/database';
import { beat, releaseDeadWorkers } from '@/lib/store/nodes';
import { startJobs } from './run';

/** A job that `worker` claimed `seconds` ago and has not finished. */
async function claimed(worker: string, seconds: number) {
  await pool.query(`select graphile_worker.add_job('nobody-does-this', '{}', job_key => $1)`, [worker]);
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = clock_timestamp() - make_interval(secs => $2)
     where key = $1`,
    [worker, seconds],
  );
}

async function holders(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select locked_by as id from graphile_worker._private_jobs where locked_by is not null order by 1',
  );
  return rows.map(({ id }) => id);
}

it('gives back what a dead worker claimed, well within 30 s, and leaves what a living one holds', async () => {
  const stop = await startJobs();
  await stop();
  await claimed('dead', 16);
  await claimed('alive', 16);
  await claimed('young', 1);
  await beat(['alive']);
  expect(await holders()).toEqual(['alive', 'dead', 'young']);
  expect(await releaseDeadWorkers()).toEqual(['dead']);
  expect(await holders()).toEqual(['alive', 'young']);
});
