import { type ChannelName } from '@/lib/core/notification/channels';
import { pool } from './database';

/** What this process knows of a way out: `open` takes nothing, `half-open` lets one message try. */
export interface BreakerChange {
  channel: ChannelName;
  destination: string;
  state: 'open' | 'half-open' | 'closed';
  reason: string | null;
}

/** Keeps what a process learned of a way out; a closed one needs no row. */
export async function keepBreaker(node: string, { channel, destination, state, reason }: BreakerChange): Promise<void> {
  if (state === 'closed') {
    await pool.query('delete from breaker where node = $1 and channel = $2 and destination = $3', [
      node,
      channel,
      destination,
    ]);
    return;
  }
  await pool.query(
    `insert into breaker (node, channel, destination, state, reason, since) values ($1, $2, $3, $4, $5, app_now())
     on conflict (node, channel, destination) do update set state = excluded.state,
       reason = coalesce(excluded.reason, breaker.reason)`,
    [node, channel, destination, state, reason],
  );
}

/** Forgets what a process knew, when it stops. */
export async function forgetBreakers(node: string): Promise<void> {
  await pool.query('delete from breaker where node = $1', [node]);
}
