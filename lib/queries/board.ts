import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { type IncidentSummary, summaryOf } from '@/lib/core/incident/summary';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

/** Most rows a board carries; whoever has more open incidents than this needs the history page. */
const mostOpen = 300;

/** Open incidents that the actor may see, what is owed first on top. */
export async function readOpenIncidents(actor: Actor): Promise<IncidentSummary[]> {
  const rows = await database.$queryRaw<{ state: Incident }[]>`
    select state from incident where open and ${visibleTo(actor)}
    order by next_owed_at asc nulls last, number desc limit ${mostOpen}`;
  return rows.map(({ state }) => summaryOf(state));
}

export interface LastEnded {
  number: number;
  title: string;
  endedAt: Instant;
  status: string | null;
}

/** The incident that ended last of the newest fifty, for the calm sentence of an empty board. */
export async function readLastEnded(actor: Actor): Promise<LastEnded | null> {
  const rows = await database.$queryRaw<(Omit<LastEnded, 'endedAt'> & { endedAt: Date })[]>`
    with newest as (
      select number as one, resolved_at as ended from incident
      where not open and resolved_at is not null and phase in ('resolved', 'closed') and ${visibleTo(actor)}
      order by declared_at desc, number desc limit 50
    )
    select number, title, resolved_at as "endedAt", state #>> '{update,status}' as status
    from incident where number = (select one from newest order by ended desc limit 1)`;
  const [last] = rows;
  return last ? { ...last, endedAt: last.endedAt.toISOString() } : null;
}
