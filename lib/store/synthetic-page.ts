import { hkdfSync } from 'node:crypto';
import { type Instant, MINUTE, SECOND, plus } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { pool, type Transaction } from './database';
import { insertDeliveries } from './deliveries';

// A page to nobody that goes the whole way of a page, out of the app and back into it: what does not come back says that pages may not arrive.

export const syntheticStream = 'synthetic:page';
const key = 'synthetic-page';
/** A fresh installation first has to open its doors. */
const firstAfter = 15 * SECOND;

/** As long as Standard Webhooks lets a signature count. */
const toleranceSeconds = 5 * 60;

/** Milliseconds from one synthetic page to the next; 0 where none is sent. */
export function syntheticEveryMs(): number {
  return env.SYNTHETIC_PAGE_MINUTES * MINUTE;
}

/** The one address it goes to, as a signed webhook's is kept: our own public one, with a secret that only this installation knows. */
export function syntheticAddress(): string {
  return JSON.stringify({ url: `${env.QUARTERDECK_URL}/api/callbacks/synthetic`, secret: syntheticSecret() });
}

/** The Standard Webhooks secret that signs synthetic pages. */
export function syntheticSecret(): string {
  const bytes = hkdfSync('sha256', env.QUARTERDECK_SECRET ?? '', '', 'quarterdeck synthetic page', 32);
  return `whsec_${Buffer.from(bytes).toString('base64')}`;
}

/** Plans the first synthetic page where none is planned, and no later than one is due by now; or ends them where none is wanted. */
export async function beginSyntheticPages(): Promise<void> {
  const every = syntheticEveryMs();
  if (every === 0) {
    await pool.query('delete from timer where key = $1', [syntheticStream]);
    await pool.query('delete from setting where key = $1', [key]);
    return;
  }
  await pool.query(
    `insert into setting (key, value) values ($1, jsonb_build_object('at', app_now(), 'ms', null)) on conflict (key) do nothing`,
    [key],
  );
  await pool.query(
    `insert into timer (key, stream, kind, due_at, data)
     values ($1, $1, 'synthetic', app_now() + make_interval(secs => $2::float8 / 1000), '{"subject": ""}')
     on conflict (key) do update set due_at = least(timer.due_at, app_now() + make_interval(secs => $3::float8 / 1000))`,
    [syntheticStream, firstAfter, every],
  );
}

/** Owes the synthetic page of `dueAt` by the queue of all messages, in place of one that still waits, and plans the next. */
export async function oweSyntheticPage(
  tx: Transaction,
  { dueAt, now, every }: { dueAt: Instant; now: Instant; every: number },
): Promise<void> {
  await tx.$executeRaw`update delivery set state = 'withdrawn' where purpose = 'synthetic' and state = 'waiting'`;
  const about = { noticeId: null, methodId: null, personId: null, kind: null, severity: null, incidentNumber: null };
  const page = { channel: 'webhook', shown: 'itself', purpose: 'synthetic', title: 'A synthetic page' } as const;
  const body = 'It goes the way that pages go, so that it is known whether they arrive.';
  await insertDeliveries(tx, [{ ...about, ...page, body, url: '/settings/channels', pageId: null, dueAt }], dueAt);
  await tx.$executeRaw`
    insert into timer (key, stream, kind, due_at, data)
    values (${syntheticStream}, ${syntheticStream}, 'synthetic', ${plus(now, every)}::timestamptz, '{"subject": ""}')
    on conflict (key) do update set due_at = excluded.due_at`;
}

/**
 * Keeps that a synthetic page came back which was signed at this second: how many milliseconds after it was due, or null for what was
 * never sent, came before or is replayed. By the database's clock, for a node's own may be wrong.
 */
export async function keepArrival(tx: Transaction, id: string, signedAt: number): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ created_at: Date; delivered_at: Date }[]>`
    update delivery set delivered_at = app_now()
    where id = ${id}::bigint and purpose = 'synthetic' and delivered_at is null
      and abs(extract(epoch from clock_timestamp()) - ${signedAt}::float8) <= ${toleranceSeconds} returning created_at, delivered_at`;
  if (!row) return null;
  const ms = row.delivered_at.getTime() - row.created_at.getTime();
  const value = { at: row.delivered_at.toISOString(), ms };
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  return ms;
}
