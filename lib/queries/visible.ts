import { type Actor } from '@/lib/core/access/actor';
import { Prisma } from '@/lib/store/generated/client';

/** The rule of `maySee` as a condition on the table `incident` (under its own name): for every list, count and search. */
export function visibleTo(actor: Pick<Actor, 'id' | 'role' | 'kind'>): Prisma.Sql {
  if (actor.kind === 'system' || actor.role === 'administrator') return Prisma.sql`true`;
  if (actor.kind !== 'person') return Prisma.sql`not incident.private`;
  return Prisma.sql`(not incident.private or ${actor.id} = any(incident.visible_to))`;
}
