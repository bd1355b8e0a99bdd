import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

/** How well a week's incidents were reported: updates that came in time and late, and the longest silence in milliseconds. */
export interface CadenceWeek {
  week: Instant;
  incidents: number;
  onTime: number;
  late: number;
  longestSilenceMs: number;
}

/** Weeks looked back. */
const weeks = 26;

/** The score by week of declaration, newest first, over the incidents that the actor may see. */
export async function readCadenceWeeks(actor: Actor): Promise<CadenceWeek[]> {
  const rows = await database.$queryRaw<(Omit<CadenceWeek, 'week'> & { week: Date })[]>`
    select date_trunc('week', declared_at, 'UTC') as week, count(*)::int as incidents,
      sum((state #>> '{cadence,onTime}')::int)::int as "onTime", sum((state #>> '{cadence,late}')::int)::int as late,
      max((state #>> '{cadence,longestSilenceMs}')::float) as "longestSilenceMs"
    from incident
    where declared_at > app_now() - make_interval(weeks => ${weeks}::int) and ${visibleTo(actor)}
    group by 1 order by 1 desc`;
  return rows.map((row) => ({ ...row, week: row.week.toISOString() }));
}

export interface CadenceScore {
  number: number;
  title: string;
  declaredAt: Instant;
  onTime: number;
  late: number;
  longestSilenceMs: number;
}

/** The incidents of those weeks that owed updates and had the longest silences: where to look first. */
export async function readLongestSilences(actor: Actor): Promise<CadenceScore[]> {
  const rows = await database.$queryRaw<(Omit<CadenceScore, 'declaredAt'> & { declaredAt: Date })[]>`
    select number, title, declared_at as "declaredAt", (state #>> '{cadence,onTime}')::int as "onTime",
      (state #>> '{cadence,late}')::int as late, (state #>> '{cadence,longestSilenceMs}')::float as "longestSilenceMs"
    from incident
    where declared_at > app_now() - make_interval(weeks => ${weeks}::int) and ${visibleTo(actor)}
      and (state #>> '{cadence,onTime}')::int + (state #>> '{cadence,late}')::int > 0
    order by (state #>> '{cadence,longestSilenceMs}')::float desc, number desc limit 20`;
  return rows.map((row) => ({ ...row, declaredAt: row.declaredAt.toISOString() }));
}
