import { DAY } from '@/lib/core/instant';
import { pool } from './database';
import { sweepEvidence } from './evidence';

/**
 * Removes what has served its time: answers to repeated requests, traces of processes and sockets long gone, evidence that
 * was never posted, synthetic pages that came back, and what strangers leave behind by trying to sign in. What the sign-in library counts goes by real time, which no test moves.
 */
export async function tidy(): Promise<void> {
  await pool.query("delete from idempotency where created_at < app_now() - interval '2 days'");
  await pool.query("delete from presence where seen_at < app_now() - interval '1 hour'");
  await pool.query("delete from node where seen_at < clock_timestamp() - interval '1 hour'");
  await pool.query("delete from delivery where purpose = 'synthetic' and created_at < app_now() - interval '2 days'");
  await pool.query('delete from breaker where not exists (select 1 from node where node.id = breaker.node)');
  await pool.query("delete from verification where expires_at < clock_timestamp() - interval '1 day'");
  await pool.query("delete from session where expires_at < clock_timestamp() - interval '1 day'");
  await pool.query('delete from rate_limit where last_request < extract(epoch from clock_timestamp()) * 1000 - $1', [
    2 * DAY,
  ]);
  await sweepEvidence();
}
