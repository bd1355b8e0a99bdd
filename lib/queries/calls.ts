import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { type Call, callsTo } from '@/lib/core/incident/paging';
import { database, pool } from '@/lib/store/database';
import { visibleTo } from './visible';

/** The pages that wait for this person's answer, and those they took where nobody commands, the newest first. */
export async function readCalls(actor: Actor): Promise<Call[]> {
  if (actor.kind !== 'person') return [];
  const rows = await database.$queryRaw<{ state: Incident }[]>`
    select state from incident where open and ${visibleTo(actor)} and exists (
      select 1 from jsonb_array_elements(state -> 'pages') page where page ->> 'state' <> 'ended' and (
        page #>> '{acknowledgedBy,id}' = ${actor.id}
        or page -> 'called' @> jsonb_build_array(jsonb_build_object('person', jsonb_build_object('id', ${actor.id}::text)))))
    order by number desc`;
  return rows.flatMap(({ state }) => callsTo(state, actor.id)).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Everybody whom the pages of an incident called, or who acknowledged one, by id. */
export async function readCalled(number: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'live-called',
    text: `
      select distinct id from incident, jsonb_array_elements(state -> 'pages') page, lateral (
        select call #>> '{person,id}' as id from jsonb_array_elements(page -> 'called') call
        union select page #>> '{acknowledgedBy,id}') as people
      where number = $1 and id is not null`,
    values: [number],
  });
  return rows.map(({ id }) => id);
}
