import { type Timer } from '@/lib/core/incident/timers';
import { type Transaction } from './database';

/** Makes the timers in the database those of the new state, touching only what differs. Returns whether any was planned. */
export async function replan(tx: Transaction, before: readonly Timer[], after: readonly Timer[]): Promise<boolean> {
  const former = new Map(before.map((timer) => [timer.key, timer.dueAt]));
  const kept = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !kept.has(key)).map(({ key }) => key);
  const planned = after.filter(({ key, dueAt }) => former.get(key) !== dueAt);
  if (gone.length > 0) await tx.$executeRaw`delete from timer where key = any(${gone}::text[])`;
  if (planned.length > 0) await plan(tx, planned);
  return planned.length > 0;
}

/** Writes timers; one with the same key is replaced. */
export async function plan(tx: Transaction, timers: readonly Timer[]): Promise<void> {
  const rows = timers.map(({ key, stream, kind, dueAt, subject }) => ({
    key,
    stream,
    kind,
    due_at: dueAt,
    data: { subject },
  }));
  await tx.$executeRaw`
    insert into timer (key, stream, kind, due_at, data)
    select key, stream, kind, due_at, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(key text, stream text, kind text, due_at timestamptz, data jsonb)
    on conflict (key) do update set due_at = excluded.due_at, kind = excluded.kind, data = excluded.data`;
}
