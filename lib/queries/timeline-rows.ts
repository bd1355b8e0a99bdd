import { incidentStream, keyMoments } from '@/lib/core/facts';
import { type TimelineFilter } from '@/lib/core/timeline/filter';
import { kindsOf } from '@/lib/core/timeline/groups';
import { type TimelineCursor } from '@/lib/core/timeline/page';
import { database } from '@/lib/store/database';
import { type FactRow } from '@/lib/store/fact-row';
import { Prisma } from '@/lib/store/generated/client';
import { searchFor } from './words';

export type FactPlaceRow = FactRow & { place: Date; pinned: boolean };

export const columns = Prisma.sql`stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, place, pinned`;
const newestFirst = Prisma.sql`order by place desc, seq desc`;
const oldestFirst = Prisma.sql`order by place, seq`;

/** At most `limit` facts earlier than `cursor` (the newest without one), newest first. */
export function rowsBefore(
  number: number,
  filter: TimelineFilter,
  cursor: TimelineCursor | null,
  limit: number,
): Promise<FactPlaceRow[]> {
  const earlier = cursor
    ? Prisma.sql`(place, seq) < (${cursor.place}::timestamptz, ${cursor.seq}::int)`
    : Prisma.sql`true`;
  return read(number, filter, earlier, newestFirst, limit);
}

/** At most `limit` facts later than `cursor`, oldest first. */
export function rowsAfter(
  number: number,
  filter: TimelineFilter,
  cursor: TimelineCursor,
  limit: number,
): Promise<FactPlaceRow[]> {
  const later = Prisma.sql`(place, seq) > (${cursor.place}::timestamptz, ${cursor.seq}::int)`;
  return read(number, filter, later, oldestFirst, limit);
}

function read(number: number, filter: TimelineFilter, edge: Prisma.Sql, order: Prisma.Sql, limit: number) {
  const { groups, person, text } = filter;
  if (groups.length > 0 && person === null && text === null) {
    // One short walk along the index of each kind: a rare kind would else be looked for through everything.
    return database.$queryRaw<FactPlaceRow[]>`
      select wanted.* from unnest(${kindsOf(groups)}::text[]) as of(kind) cross join lateral (
        select ${columns} from fact where incident_number = ${number} and fact.kind = of.kind and ${edge}
        ${order} limit ${limit}) as wanted
      ${order} limit ${limit}`;
  }
  if (text !== null) return readFound(number, filter, edge, order, limit);
  return database.$queryRaw<FactPlaceRow[]>`
    select ${columns} from fact where incident_number = ${number} and ${matching(filter)} and ${edge}
    ${order} limit ${limit}`;
}

/** Facts looked through in their order for words before the index of words is asked. */
const lookedThrough = 3_000;

/**
 * Frequent words are met soon by walking along the timeline, rare ones are few in the index of words. The planner cannot tell
 * which are which, so the walk is tried for a while and then left.
 */
async function readFound(number: number, filter: TimelineFilter, edge: Prisma.Sql, order: Prisma.Sql, limit: number) {
  const walked = await database.$queryRaw<(FactPlaceRow & { walked: number })[]>`
    with near as materialized (select * from fact where incident_number = ${number} and ${edge} ${order} limit ${lookedThrough})
    select ${columns}, (select count(*)::int from near) as walked from near where ${matching(filter)} ${order} limit ${limit}`;
  if (walked.length === limit || (walked[0] && walked[0].walked < lookedThrough)) return walked;
  return database.$queryRaw<FactPlaceRow[]>`
    with found as materialized (
      select ${columns} from fact where incident_number = ${number} and ${matching(filter)} and ${edge})
    select * from found ${order} limit ${limit}`;
}

/** The filter as a condition on the table `fact`. */
export function matching({ view, groups, person, text }: TimelineFilter): Prisma.Sql {
  if (view === 'moments') return Prisma.sql`(moment or pinned)`;
  const conditions = [Prisma.sql`true`];
  if (groups.length > 0) conditions.push(Prisma.sql`kind = any(${kindsOf(groups)}::text[])`);
  if (person !== null) conditions.push(Prisma.sql`actor_id = ${person}`);
  if (text !== null) conditions.push(Prisma.sql`text is not null and words @@ ${searchFor(text)}`);
  return Prisma.join(conditions, ' and ');
}

/** How many of these facts are no key moments. */
export async function countPlain(number: number, seqs: number[]): Promise<number> {
  if (seqs.length === 0) return 0;
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from fact where stream = ${incidentStream(number)} and seq = any(${seqs}::int[])
    and kind <> all(${[...keyMoments]}::text[])`;
  return row?.count ?? 0;
}
