import { type Instant } from '@/lib/core/instant';
import { type TimerKind } from '@/lib/core/incident/timers';
import { type Transaction, pool } from './database';

/** A timer that is due, or next to be: `inMs` is how long until then by the database's clock, negative when past. */
export interface Candidate {
  key: string;
  stream: string;
  inMs: number;
}

export interface TakenTimer {
  key: string;
  kind: TimerKind;
  subject: string;
  dueAt: Instant;
}

/** The first `limit` timers in due order, leaving out those named and those of the streams named. Takes no lock. */
export async function readCandidates(
  limit: number,
  except: { streams: readonly string[]; keys: readonly string[] },
): Promise<Candidate[]> {
  const { rows } = await pool.query<{ key: string; stream: string; in_ms: number }>({
    name: 'timer-candidates',
    text: `
      select key, stream, (extract(epoch from due_at - (select app_now())) * 1000)::float8 as in_ms
      from timer where key <> all($2::text[]) and stream <> all($3::text[]) order by due_at, key limit $1`,
    values: [limit, except.keys, except.streams],
  });
  return rows.map(({ key, stream, in_ms }) => ({ key, stream, inMs: in_ms }));
}

/** Removes a timer if it is still due, so that it is fired by this transaction or not at all. */
export async function takeTimer(tx: Transaction, key: string, now: Instant): Promise<TakenTimer | null> {
  const [row] = await tx.$queryRaw<{ kind: TimerKind; data: { subject: string }; due_at: Date }[]>`
    delete from timer where key = ${key} and due_at <= ${now}::timestamptz returning kind, data, due_at`;
  return row ? { key, kind: row.kind, subject: row.data.subject, dueAt: row.due_at.toISOString() } : null;
}

/** Removes the timers of a stream that does not exist. */
export async function dropTimers(tx: Transaction, stream: string): Promise<void> {
  await tx.timer.deleteMany({ where: { stream } });
}
