import { type Actor } from '@/lib/core/access/actor';
import { type HistoryFilter } from '@/lib/core/history/filter';
import { type HistoryEntry } from '@/lib/core/history/page';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

export type HistoryRow = Omit<HistoryEntry, 'declaredAt' | 'startedAt' | 'endedAt' | 'match'> & {
  declaredAt: Date;
  startedAt: Date;
  endedAt: Date | null;
};

/** The columns of a row on the table `incident`. */
export const entryColumns = Prisma.sql`incident.number, incident.title, incident.severity, incident.phase, incident.open,
  incident.private, incident.declared_at as "declaredAt", incident.started_at as "startedAt",
  incident.resolved_at as "endedAt", (incident.state ->> 'severityUnsure')::boolean as "severityUnsure",
  incident.state #> '{roles,commander,holder}' as commander, incident.state -> 'services' as services,
  incident.state #>> '{update,status}' as status`;

export function entryOf(row: HistoryRow): HistoryEntry {
  return {
    ...row,
    declaredAt: row.declaredAt.toISOString(),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    match: null,
  };
}

/** Access and all of the filter but its words, as a condition on the table `incident`. */
export function matchingIncidents(actor: Actor, filter: HistoryFilter): Prisma.Sql {
  const conditions = [visibleTo(actor)];
  if (filter.severities.length > 0) conditions.push(Prisma.sql`incident.severity = any(${filter.severities}::text[])`);
  if (filter.phase) conditions.push(Prisma.sql`incident.phase = ${filter.phase}`);
  if (filter.state)
    conditions.push(filter.state === 'open' ? Prisma.sql`incident.open` : Prisma.sql`not incident.open`);
  if (filter.service) {
    conditions.push(Prisma.sql`exists (select 1 from incident_service where incident_service.incident_number = incident.number
      and incident_service.service_id = ${filter.service})`);
  }
  if (filter.commander) conditions.push(Prisma.sql`incident.commander_id = ${filter.commander}`);
  if (filter.from) conditions.push(Prisma.sql`incident.declared_at >= ${`${filter.from}T00:00:00Z`}::timestamptz`);
  if (filter.to) {
    conditions.push(Prisma.sql`incident.declared_at < ${`${filter.to}T00:00:00Z`}::timestamptz + interval '1 day'`);
  }
  return Prisma.join(conditions, ' and ');
}
