import { type PersonRole } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type Unit } from './transact';

/** Lets every page that waits for this person be looked at now: whether they may still answer is decided there, under the incident's lock. */
export async function lookAtCallsTo({ tx, bells }: Unit, personId: string, now: Instant): Promise<void> {
  const call = JSON.stringify([{ person: { id: personId }, answer: null }]);
  const planned = await tx.$executeRaw`
    insert into timer (key, stream, kind, due_at, data)
    select 'incident:' || i.number || '/page/' || (page->>'id'), 'incident:' || i.number, 'page', ${now}::timestamptz,
      jsonb_build_object('subject', page->>'id')
    from incident i cross join jsonb_array_elements(i.state->'pages') page
    where i.open and (
      (page->>'state' in ('calling', 'unanswered') and page->'called' @> ${call}::jsonb)
      or (page->>'state' = 'acknowledged' and page->'acknowledgedBy'->>'id' = ${personId}))
    on conflict (key) do update set due_at = least(timer.due_at, excluded.due_at)`;
  if (planned > 0) bells.push({ timers: true });
}

/** Takes back what is not sent yet of the pages to whoever becomes an observer, and of what is private to whoever loses sight of it. */
export async function withdrawUnseen({ tx }: Unit, personId: string, role: PersonRole): Promise<void> {
  await tx.$executeRaw`
    update delivery d set state = 'withdrawn', lease_until = null
    where d.person_id = ${personId} and d.state in ('waiting', 'sending') and (
      (${role === 'observer'} and d.purpose = 'page')
      or (${role !== 'administrator'} and exists (
        select 1 from incident i
        where i.number = d.incident_number and i.private and not i.visible_to @> array[${personId}]::text[])))`;
}
