import { MINUTE, type Instant, plus } from '@/lib/core/instant';
import { pool, type Transaction } from './database';
import { unhurried } from './delivery-queue';

// A timer that comes round by itself: while it does, what must happen at a moment happens.

export const pulseStream = 'pulse:paging';
const pulseMs = MINUTE;

/** How far behind paging is, in milliseconds; null for what never was, or where nothing waits. */
export interface PagingState {
  /** Since the last beat; one comes each minute. */
  sinceBeatMs: number | null;
  /** Since the last synthetic page came back. */
  sinceSyntheticMs: number | null;
  /** How long that one took, from when it was due. */
  syntheticMs: number | null;
  /** The timer that is due the longest. */
  timersLateMs: number | null;
  /** The message that is due the longest and was not tried, of those that call somebody. */
  messagesLateMs: number | null;
}

/** Plans the first beat, where none is planned. */
export async function beginPulse(): Promise<void> {
  await pool.query(
    `insert into timer (key, stream, kind, due_at, data) values ($1, $1, 'pulse', app_now(), '{"subject": ""}') on conflict (key) do nothing`,
    [pulseStream],
  );
}

/** Keeps that a beat came, and plans the next. */
export async function keepBeat(tx: Transaction, now: Instant): Promise<void> {
  const value = { at: now };
  await tx.setting.upsert({ where: { key: 'pulse' }, create: { key: 'pulse', value }, update: { value } });
  await tx.$executeRaw`
    insert into timer (key, stream, kind, due_at, data)
    values (${pulseStream}, ${pulseStream}, 'pulse', ${plus(now, pulseMs)}::timestamptz, '{"subject": ""}')
    on conflict (key) do update set due_at = excluded.due_at`;
}

export async function readPagingState(): Promise<PagingState> {
  const { rows } = await pool.query<PagingState>(`
    select
      (select (extract(epoch from app_now() - (value ->> 'at')::timestamptz) * 1000)::float8 from setting where key = 'pulse') as "sinceBeatMs",
      (select (extract(epoch from app_now() - (value ->> 'at')::timestamptz) * 1000)::float8 from setting where key = 'synthetic-page') as "sinceSyntheticMs",
      (select (value ->> 'ms')::float8 from setting where key = 'synthetic-page') as "syntheticMs",
      (select (extract(epoch from app_now() - min(due_at)) * 1000)::float8 from timer where due_at <= app_now()) as "timersLateMs",
      (select (extract(epoch from app_now() - min(due_at)) * 1000)::float8 from delivery
        where not ${unhurried} and state in ('waiting', 'sending') and attempts = 0 and due_at <= app_now()) as "messagesLateMs"`);
  const nothing = { sinceBeatMs: null, sinceSyntheticMs: null, syntheticMs: null };
  return rows[0] ?? { ...nothing, timersLateMs: null, messagesLateMs: null };
}
