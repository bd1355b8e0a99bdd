import { type Incident } from '@/lib/core/incident/incident';
import { textsIn } from '@/lib/core/language/texts-in';
import { type Transaction } from './database';
import { languageOrOurs } from './reader';

/**
 * An incident became private, or open to fewer: what was written of it to people while it was not says no more than its number,
 * also where it went out, since it may go out again; and it goes to nobody who may not see it. What vendors are written says nothing
 * of an incident.
 */
export async function hushDeliveries(tx: Transaction, { number, visibleTo }: Incident): Promise<void> {
  const named = visibleTo.map(({ id }) => id);
  await tx.$executeRaw`
    update delivery d set state = 'withdrawn', lease_until = null from person p
    where d.incident_number = ${number} and d.state in ('waiting', 'sending', 'failed', 'dead')
      and p.id = d.person_id and p.role <> 'administrator' and p.id <> all(${named}::text[])`;
  const readers = await tx.$queryRaw<{ id: string; language: string | null }[]>`
    select distinct p.id, p.language from delivery d join person p on p.id = d.person_id
    where d.incident_number = ${number}`;
  for (const language of new Set(readers.map((reader) => languageOrOurs(reader.language)))) {
    const ids = readers.filter((reader) => languageOrOurs(reader.language) === language).map(({ id }) => id);
    const { secret, page } = textsIn(language);
    await tx.$executeRaw`
      update delivery set severity = null, title = ${secret.title({ number })},
        body = case kind when 'paged' then ${page.asks} when 'page-unanswered' then ${page.unanswered} else ${secret.news} end
      where incident_number = ${number} and person_id = any(${ids}::text[])`;
  }
}
