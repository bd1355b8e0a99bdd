import { pool } from './database';

/** How many timers and jobs of the whole installation are still to be done. */
export async function readWaiting(): Promise<{ timers: number; jobs: number }> {
  const { rows } = await pool.query<{ timers: number; jobs: number }>(`
    select (select count(*)::int from timer) as timers,
      (select count(*)::int from graphile_worker.jobs where attempts < max_attempts) as jobs`);
  return rows[0] ?? { timers: 0, jobs: 0 };
}
