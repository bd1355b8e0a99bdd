import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { type Phase } from '@/lib/core/incident/phases';
import { type IncidentSummary, summaryOf } from '@/lib/core/incident/summary';
import { type Instant } from '@/lib/core/instant';
import { type Severity } from '@/lib/core/severity/severity';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

/** Which incidents a machine asks for; what is absent does not narrow. Times are of the declaration. */
export interface IncidentFilter {
  open?: boolean | undefined;
  severity?: Severity[] | undefined;
  phase?: Phase[] | undefined;
  service?: string | undefined;
  commander?: string | undefined;
  declaredAfter?: Instant | undefined;
  declaredBefore?: Instant | undefined;
  words?: string | undefined;
}

/** The last incident of a page: the next page begins after it. */
export interface IncidentCursor {
  declaredAt: Instant;
  number: number;
}

/** A page of the incidents that the actor may see, the newest declared first, and the cursor of the next page if there is one. */
export async function readIncidentPage(
  actor: Actor,
  filter: IncidentFilter,
  page: { after: IncidentCursor | null; limit: number },
): Promise<{ incidents: IncidentSummary[]; next: IncidentCursor | null }> {
  const { sql, join } = Prisma;
  const conditions = [visibleTo(actor)];
  if (filter.open !== undefined) conditions.push(sql`open = ${filter.open}`);
  if (filter.severity?.length) conditions.push(sql`severity = any(${filter.severity}::text[])`);
  if (filter.phase?.length) conditions.push(sql`phase = any(${filter.phase}::text[])`);
  if (filter.commander) conditions.push(sql`commander_id = ${filter.commander}`);
  if (filter.declaredAfter) conditions.push(sql`declared_at >= ${filter.declaredAfter}::timestamptz`);
  if (filter.declaredBefore) conditions.push(sql`declared_at < ${filter.declaredBefore}::timestamptz`);
  if (filter.service) {
    conditions.push(sql`exists (select 1 from incident_service s where s.incident_number = number
      and s.service_id = ${filter.service})`);
  }
  if (filter.words) {
    conditions.push(sql`number in (select incident_number from fact
      where words @@ websearch_to_tsquery('simple', ${filter.words}) and text is not null and incident_number is not null)`);
  }
  if (page.after) {
    conditions.push(sql`(declared_at, number) < (${page.after.declaredAt}::timestamptz, ${page.after.number})`);
  }
  const rows = await database.$queryRaw<{ state: Incident }[]>`
    select state from incident where ${join(conditions, ' and ')}
    order by declared_at desc, number desc limit ${page.limit + 1}`;
  const incidents = rows.slice(0, page.limit).map(({ state }) => summaryOf(state));
  const last = incidents.at(-1);
  const next = rows.length > page.limit && last ? { declaredAt: last.declaredAt, number: last.number } : null;
  return { incidents, next };
}
