import { type Severity } from '@/lib/core/severity/severity';
import { type Incident } from '@/lib/core/incident/incident';
import { askedOf, isUnanswered } from '@/lib/core/incident/paging';
import { isOpen } from '@/lib/core/incident/phases';
import { type Instant } from '@/lib/core/instant';
import { type NoticeDue, type NoticeKind } from '@/lib/core/notice';
import { type ChannelName } from '@/lib/core/notification/channels';
import { outwardTextOf } from '@/lib/core/notification/outward-text';
import { plannedOf, urgencyOf } from '@/lib/core/notification/planned';
import { type NotificationRules, usualRules } from '@/lib/core/notification/rules';
import { type Transaction, pool } from './database';
import { readerOf, type ReaderRow } from './reader';

/** A notice as it was just written for one person. */
export interface Written {
  id: bigint;
  person_id: string;
  kind: NoticeKind;
  fact_seq: number;
}

/** How a person is reached: verified methods that are not gone, how they want to be told, and how they read. */
export interface Reach {
  methods: { id: string; channel: ChannelName; shown: string }[];
  rules: NotificationRules;
  reads: ReaderRow;
}

/** What a delivery is for. Only `page` and `news` belong to a notice; the others are held back by nothing. */
export type Purpose = 'page' | 'news' | 'test' | 'code' | 'alarm' | 'vendor' | 'synthetic';

export interface DeliveryDue {
  noticeId: bigint | null;
  methodId: string | null;
  personId: string | null;
  channel: ChannelName;
  shown: string;
  purpose: Purpose;
  kind: NoticeKind | null;
  title: string;
  body: string;
  /** A path. */
  url: string;
  severity: Severity | null;
  incidentNumber: number | null;
  pageId: string | null;
  dueAt: Instant;
}

/** Plans, in the transaction that wrote these notices, by which ways out of the app each goes, and when. Answers whether any does. */
export async function oweDeliveries(
  tx: Transaction,
  incident: Incident,
  { written, notices, now }: { written: readonly Written[]; notices: readonly NoticeDue[]; now: Instant },
): Promise<boolean> {
  const loud = written.filter(({ kind }) => urgencyOf(kind) !== 'quiet');
  if (loud.length === 0) return false;
  const reaches = await readReach(tx, [...new Set(loud.map(({ person_id }) => person_id))]);
  const due = loud.flatMap(({ id, person_id, kind, fact_seq }): DeliveryDue[] => {
    const reach = reaches.get(person_id);
    const notice = notices.find((each) => each.kind === kind && each.factSeq === fact_seq);
    if (!reach || !notice) return [];
    return plannedOf(kind, reach.methods, reach.rules, now).flatMap(({ method, dueAt }) => {
      const by = reach.methods.find((each) => each.id === method);
      if (!by) return [];
      const text = outwardTextOf(notice, incident, readerOf(reach.reads), dueAt);
      return {
        noticeId: id,
        methodId: by.id,
        personId: person_id,
        channel: by.channel,
        shown: by.shown,
        purpose: urgencyOf(kind) === 'page' ? 'page' : 'news',
        kind,
        ...text,
        url: notice.url,
        severity: incident.private ? null : incident.severity,
        incidentNumber: incident.number,
        pageId: notice.page,
        dueAt,
      };
    });
  });
  await insertDeliveries(tx, due, now);
  return due.length > 0;
}

/** How these people are reached, for those who are here and can be at all. */
export async function readReach(
  tx: Pick<Transaction, '$queryRaw'>,
  people: readonly string[],
): Promise<Map<string, Reach>> {
  const rows = await tx.$queryRaw<
    ({
      id: string;
      person_id: string;
      channel: ChannelName;
      shown: string;
      rules: NotificationRules | null;
    } & ReaderRow)[]
  >`
    select m.id, m.person_id, m.channel, m.shown, r.rules, p.language, p.time_zone as "timeZone"
    from contact_method m join person p on p.id = m.person_id left join notification_rules r on r.person_id = m.person_id
    where p.active and m.verified_at is not null and m.gone_at is null and m.person_id = any(${people}::text[])
    order by m.created_at, m.id`;
  const reaches = new Map<string, Reach>();
  for (const { id, person_id, channel, shown, rules, language, timeZone } of rows) {
    const reach = reaches.get(person_id) ?? { methods: [], rules: rules ?? usualRules, reads: { language, timeZone } };
    reach.methods.push({ id, channel, shown });
    reaches.set(person_id, reach);
  }
  return reaches;
}

/** Puts messages into the queue; of one notice by one method there is only ever one. */
export async function insertDeliveries(tx: Transaction, due: readonly DeliveryDue[], now: Instant): Promise<void> {
  if (due.length === 0) return;
  const rows = due.map((each) => ({ ...each, noticeId: each.noticeId === null ? null : String(each.noticeId) }));
  await tx.$executeRaw`
    insert into delivery (notice_id, method_id, person_id, channel, shown, purpose, kind, title, body, url, severity,
      incident_number, page_id, state, due_at, created_at)
    select "noticeId", "methodId", "personId", channel, shown, purpose, kind, title, body, url, severity,
      "incidentNumber", "pageId", 'waiting', "dueAt", ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      "noticeId" bigint, "methodId" text, "personId" text, channel text, shown text, purpose text, kind text, title text,
      body text, url text, severity text, "incidentNumber" int, "pageId" text, "dueAt" timestamptz)
    on conflict do nothing`;
}

/** Takes back what is not sent yet of an incident's pages, but to whom a page still asks something, and to vendors while it does. */
export async function withdrawDeliveries(tx: Transaction, incident: Incident): Promise<void> {
  const asked = JSON.stringify(askedOf(incident));
  const open = isOpen(incident.phase) ? incident.pages.filter(isUnanswered).map(({ id }) => id) : [];
  await tx.$executeRaw`
    update delivery d set state = 'withdrawn', lease_until = null
    where d.incident_number = ${incident.number} and d.page_id is not null and d.state in ('waiting', 'sending')
      and not exists (
        select 1 from jsonb_to_recordset(${asked}::jsonb) as still(page text, person text)
        where still.page = d.page_id
          and still.person is not distinct from case when d.kind = 'page-unanswered' then null else d.person_id end)
      and not (d.vendor_id is not null and d.page_id = any(${open}::text[]))`;
}

/** Takes back all that is not sent yet to a person. */
export async function withdrawFrom(tx: Transaction, personId: string): Promise<void> {
  await tx.$executeRaw`
    update delivery set state = 'withdrawn', lease_until = null
    where person_id = ${personId} and state in ('waiting', 'sending')`;
}

/** Uses up the link that a message carried. */
export async function spendLink(id: string): Promise<void> {
  await pool.query('update delivery set link_used_at = coalesce(link_used_at, app_now()) where id = $1::bigint', [id]);
}
