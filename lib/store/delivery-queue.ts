import { type Instant } from '@/lib/core/instant';
import { type Severity } from '@/lib/core/severity/severity';
import { type NoticeKind } from '@/lib/core/notice';
import { type ChannelName } from '@/lib/core/notification/channels';
import { pool, type Transaction } from './database';
import { type Purpose } from './deliveries';

/** Seconds for which whoever took a message has it alone; longer than any sending may last. Real time, which no test moves. */
const leaseSeconds = 20;

/** A message that this process alone may send now. `address` is sealed, and null where its contact method is gone or it is a vendor's, whose address `shown` is. */
export interface TakenDelivery {
  id: string;
  methodId: string | null;
  personId: string | null;
  vendorId: string | null;
  replyTo: string | null;
  shown: string;
  /** Of its person; null where they have chosen none. */
  language: string | null;
  address: string | null;
  channel: ChannelName;
  purpose: Purpose;
  title: string;
  body: string;
  url: string;
  severity: Severity | null;
  incidentNumber: number | null;
  kind: NoticeKind | null;
  attempts: number;
  createdAt: Date;
  /** Real time, which no test moves. */
  takenAt: Date;
}

/** SQL that holds for what calls nobody, and lets those pass that do. */
export const unhurried = "purpose in ('news', 'test', 'code')";

/** The same of a message that was taken. */
export function isUnhurried({ purpose }: Pick<TakenDelivery, 'purpose'>): boolean {
  return purpose === 'news' || purpose === 'test' || purpose === 'code';
}

/** What a process takes none of for now: pages of these people, and what goes by these channels. */
export interface HeldBack {
  people: readonly string[];
  channels: readonly ChannelName[];
}

const nothingHeld: HeldBack = { people: [], channels: [] };

/**
 * Takes up to `limit` messages that are due, or whose taker is gone, and not held back: pages first, then up to `others` of what calls
 * nobody; of each the longest due first.
 */
export async function takeDeliveries(
  limit: number,
  others = limit,
  { people, channels }: HeldBack = nothingHeld,
): Promise<TakenDelivery[]> {
  const { rows } = await pool.query<TakenDelivery>({
    name: 'take-deliveries',
    text: `
      with pages as (
        select id from delivery
        where not ${unhurried} and state in ('waiting', 'sending') and due_at <= (select app_now())
          and (lease_until is null or lease_until < clock_timestamp())
          and (person_id is null or person_id <> all($4::text[])) and channel <> all($5::text[])
        order by due_at, id limit $1 for update skip locked
      ), others as (
        select id from delivery
        where ${unhurried} and state in ('waiting', 'sending') and due_at <= (select app_now())
          and (lease_until is null or lease_until < clock_timestamp()) and channel <> all($5::text[])
        order by due_at, id limit least($3, $1 - (select count(*) from pages)) for update skip locked
      ), due as (
        select id from pages union all select id from others
      ), taken as (
        update delivery d set state = 'sending', attempts = attempts + 1,
          lease_until = clock_timestamp() + make_interval(secs => $2)
        from due where d.id = due.id returning d.*
      )
      select t.id::text, t.method_id as "methodId", t.person_id as "personId", t.vendor_id as "vendorId",
        t.reply_to as "replyTo", t.shown, p.language, m.address, t.channel, t.purpose, t.title, t.body,
        t.url, t.severity, t.incident_number as "incidentNumber", t.kind, t.attempts, t.created_at as "createdAt",
        clock_timestamp() as "takenAt"
      from taken t left join contact_method m on m.id = t.method_id left join person p on p.id = t.person_id
      order by t.${unhurried}, t.due_at, t.id`,
    values: [limit, leaseSeconds, others, people, channels],
  });
  return rows;
}

/**
 * Milliseconds until the next message that is not held back is due or its taker's time is up, or null when none waits. With `others`
 * false only pages count.
 */
export async function nextDeliveryIn(
  others = true,
  { people, channels }: HeldBack = nothingHeld,
): Promise<number | null> {
  const { rows } = await pool.query<{ in_ms: number | null }>({
    name: 'next-delivery',
    text: `
      select (extract(epoch from min(greatest(due_at - (select app_now()),
        coalesce(lease_until - clock_timestamp(), interval '-1 s')))) * 1000)::float8 as in_ms
      from delivery where state in ('waiting', 'sending') and ($1 or not ${unhurried}) and channel <> all($3::text[])
        and (${unhurried} or person_id is null or person_id <> all($2::text[]))`,
    values: [others, people, channels],
  });
  return rows[0]?.in_ms ?? null;
}

/** It was not handed over: tried again at `at`, or never where that is null. `attempted` false gives the try back. */
export async function keepFailed(
  tx: Transaction,
  id: string,
  {
    at,
    state,
    error,
    attempted = true,
  }: { at: Instant | null; state: 'waiting' | 'failed' | 'dead'; error: string; attempted?: boolean },
): Promise<void> {
  await tx.$executeRaw`
    update delivery set state = ${state}, due_at = coalesce(${at}::timestamptz, due_at), error = ${error}, lease_until = null,
      attempts = attempts - ${attempted ? 0 : 1}
    where id = ${id}::bigint and state = 'sending'`;
}

/**
 * This way out failed, so that the person's next is taken at once: what waits for later, else a verified method that was not
 * planned for it (for news none that rings). Answers whether there is one.
 */
export async function hurryNext(tx: Transaction, id: string, now: Instant): Promise<boolean> {
  const hurried = await tx.$executeRaw`
    update delivery set due_at = ${now}::timestamptz where id = (
      select later.id from delivery failed join delivery later on later.notice_id = failed.notice_id
        and later.person_id = failed.person_id and later.id <> failed.id
      where failed.id = ${id}::bigint and failed.state <> 'withdrawn' and later.state = 'waiting' and later.attempts = 0
        and later.due_at > ${now}::timestamptz
      order by later.due_at, later.id limit 1)`;
  if (hurried > 0) return true;
  const added = await tx.$executeRaw`
    insert into delivery (notice_id, method_id, person_id, channel, shown, purpose, kind, title, body, url, severity,
      incident_number, page_id, state, due_at, created_at)
    select failed.notice_id, m.id, m.person_id, m.channel, m.shown, failed.purpose, failed.kind, failed.title, failed.body,
      failed.url, failed.severity, failed.incident_number, failed.page_id, 'waiting', ${now}::timestamptz, ${now}::timestamptz
    from delivery failed join contact_method m on m.person_id = failed.person_id and m.verified_at is not null
      and m.gone_at is null
    where failed.id = ${id}::bigint and failed.state <> 'withdrawn' and failed.notice_id is not null
      and (failed.purpose = 'page' or m.channel not in ('sms', 'voice'))
      and not exists (
        select 1 from delivery other where other.notice_id = failed.notice_id and other.method_id = m.id)
    order by m.created_at, m.id limit 1
    on conflict do nothing`;
  return added > 0;
}
