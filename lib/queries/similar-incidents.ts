import { type Actor } from '@/lib/core/access/actor';
import { type Likeness, likest } from '@/lib/core/incident/similar';
import { database } from '@/lib/store/database';
import { visibleTo } from './visible';

/** Open incidents, of those the actor may see, that a draft may be a double of: likest first, three at most. */
export async function findSimilar(
  actor: Actor,
  draft: { title: string; services: readonly string[] },
): Promise<Likeness[]> {
  const open = await database.$queryRaw<(Omit<Likeness, 'declaredAt'> & { declaredAt: Date })[]>`
    select number, title, severity, (state -> 'severityUnsure')::boolean as "severityUnsure", phase,
      state -> 'services' as services, declared_at as "declaredAt", state #>> '{roles,commander,holder,name}' as commander
    from incident where open and ${visibleTo(actor)} order by number desc limit 300`;
  return likest(
    draft,
    open.map((one) => ({ ...one, declaredAt: one.declaredAt.toISOString() })),
  );
}
