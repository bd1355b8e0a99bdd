import { type Actor } from '@/lib/core/access/actor';
import { type Severity } from '@/lib/core/severity/severity';
import { database } from '@/lib/store/database';
import { Prisma } from '@/lib/store/generated/client';
import { visibleTo } from './visible';

/** One thing the palette can go to. */
export type Found =
  | { kind: 'incident'; number: number; title: string; severity: Severity; phase: string; open: boolean }
  | { kind: 'service'; id: string; name: string; tier: number }
  | { kind: 'team'; id: string; name: string }
  | { kind: 'schedule'; id: string; name: string }
  | { kind: 'person'; id: string; name: string; role: string };

/** What the palette offers for what was typed, of what the actor may see; open incidents when nothing is typed. */
export async function findEntities(actor: Actor, query: string): Promise<Found[]> {
  const text = query.trim().slice(0, 100);
  if (text === '') return incidents(actor, Prisma.sql`open`, 8);
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const number = Number(/^(?:inc-?)?(\d{1,9})$/i.exec(text)?.[1] ?? 0);
  const [found, services, teams, schedules, people] = await Promise.all([
    incidents(actor, Prisma.sql`(incident.number = ${number} or title ilike ${like})`, 8),
    database.$queryRaw<Found[]>`
      select 'service' as kind, id, name, tier from service where name ilike ${like} order by tier, name limit 5`,
    database.$queryRaw<
      Found[]
    >`select 'team' as kind, id, name from team where name ilike ${like} order by name limit 3`,
    database.$queryRaw<Found[]>`
      select 'schedule' as kind, id, name from schedule where name ilike ${like} order by name limit 3`,
    database.$queryRaw<Found[]>`
      select 'person' as kind, id, name, role from person where active and name ilike ${like} order by name limit 5`,
  ]);
  return [...found, ...services, ...teams, ...schedules, ...people];
}

function incidents(actor: Actor, condition: Prisma.Sql, most: number): Promise<Found[]> {
  return database.$queryRaw<Found[]>`
    select 'incident' as kind, number, title, severity, phase, open from incident
    where ${condition} and ${visibleTo(actor)} order by open desc, number desc limit ${most}`;
}
