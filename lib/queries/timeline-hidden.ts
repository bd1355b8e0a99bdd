import { keyMoments } from '@/lib/core/facts';
import { type TimelineFilter, isNarrowed } from '@/lib/core/timeline/filter';
import { kindsOf } from '@/lib/core/timeline/groups';
import { mostCounted } from '@/lib/core/timeline/page';
import { database } from '@/lib/store/database';
import { type Guarded } from './guarded';
import { countPlain, matching } from './timeline-rows';

/**
 * How many facts the filter hides. Kinds are counted by the incident itself; a person's facts and words must be looked for,
 * up to a bound, beyond which the answer is null.
 */
export async function countHidden(incident: Guarded, filter: TimelineFilter): Promise<number | null> {
  const counted = (kinds: readonly (keyof Guarded['counts'])[]) =>
    kinds.reduce((sum, kind) => sum + (incident.counts[kind] ?? 0), 0);
  if (filter.view === 'moments') {
    return incident.seq - counted(keyMoments) - (await countPlain(incident.number, incident.pins));
  }
  if (!isNarrowed(filter)) return 0;
  if (filter.person === null && filter.text === null) return incident.seq - counted(kindsOf(filter.groups));
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from fact where incident_number = ${incident.number} and ${matching(filter)} limit ${mostCounted + 1}
    ) as matches`;
  const count = row?.count ?? 0;
  return count > mostCounted ? null : incident.seq - count;
}
