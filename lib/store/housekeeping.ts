import { pool } from './database';

/** Removes what has served its time: answers to repeated requests, and traces of processes and sockets long gone. */
export async function tidy(): Promise<void> {
  await pool.query("delete from idempotency where created_at < app_now() - interval '2 days'");
  await pool.query("delete from presence where seen_at < app_now() - interval '1 hour'");
  await pool.query("delete from node where seen_at < clock_timestamp() - interval '1 hour'");
}
