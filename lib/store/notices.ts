import { incidentStream } from '@/lib/core/facts';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant } from '@/lib/core/instant';
import { type Audience, type NoticeDue } from '@/lib/core/notice';
import { figures } from '@/lib/figures';
import { type Transaction } from './database';
import { type Written, oweDeliveries } from './deliveries';

/**
 * Writes one notice per person, fact and channel, with every group resolved now. Nobody is told of a private incident
 * who may not see it, and nobody of their own doing. Answers whether any of them leaves the app.
 */
export async function oweNotices(
  tx: Transaction,
  incident: Incident,
  notices: readonly NoticeDue[],
  now: Instant,
): Promise<boolean> {
  if (notices.length === 0) return false;
  const stream = incidentStream(incident.number);
  const rows = notices.flatMap(({ audience, ...notice }) =>
    audience.flatMap(recipientsOf).map((recipient) => ({
      kind: notice.kind,
      fact_seq: notice.factSeq,
      but: notice.except,
      title: notice.title,
      body: notice.body,
      url: notice.url,
      ...recipient,
    })),
  );
  const services = incident.services.map(({ id }) => id);
  const visibleTo = incident.visibleTo.map(({ id }) => id);
  const room = Object.keys(incident.responders);
  const written = await tx.$queryRaw<Written[]>`
    with due as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
        kind text, fact_seq int, but text, title text, body text, url text, to_person text, to_group text)
    ), owning as (
      select m.person_id, bool_or(m.lead) as lead from service s join team_member m on m.team_id = s.team_id
      where s.id = any(${services}::text[]) group by m.person_id
    )
    insert into notice (person_id, channel, stream, fact_seq, kind, title, body, url, created_at)
    select distinct p.id, 'app', ${stream}, d.fact_seq, d.kind, d.title, d.body, d.url, ${now}::timestamptz
    from due d
    join person p on p.active and p.id is distinct from d.but and (
      p.id = d.to_person
      or d.to_group = 'everyone'
      or (d.to_group = 'administrators' and p.role = 'administrator')
      or (d.to_group = 'engineering-leads' and exists (select 1 from team_member m where m.person_id = p.id and m.lead))
      or (d.to_group = 'owning-teams' and exists (select 1 from owning o where o.person_id = p.id))
      -- Where a group of the policy is nobody, the administrators stand in, so that no incident is told to no one.
      or (p.role = 'administrator' and (
        d.to_group = 'engineering-leads' and not exists (
          select 1 from team_member m join person l on l.id = m.person_id and l.active where m.lead)
        or d.to_group = 'owning-teams' and not exists (
          select 1 from owning o join person l on l.id = o.person_id and l.active)))
      or (d.to_group = 'owning-leads' and exists (select 1 from owning o where o.person_id = p.id and o.lead))
      or (d.to_group = 'room' and (p.id = any(${room}::text[]) or p.role <> 'observer' and exists (
        select 1 from presence there where there.incident = ${incident.number} and there.person_id = p.id)))
    )
    where ${!incident.private} or p.role = 'administrator' or p.id = any(${visibleTo}::text[])
    on conflict do nothing returning id, person_id, kind, fact_seq`;
  for (const { kind } of written) figures.noticesWritten.inc({ kind });
  return oweDeliveries(tx, incident, { written, notices, now });
}

function recipientsOf(to: Audience): { to_person: string | null; to_group: string | null }[] {
  return 'people' in to
    ? to.people.map((person) => ({ to_person: person, to_group: null }))
    : [{ to_person: null, to_group: to.group }];
}
