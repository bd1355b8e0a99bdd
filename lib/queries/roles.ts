import { type RoleKind } from '@/lib/core/incident/roles';
import { database } from '@/lib/store/database';
import { loadRoles } from '@/lib/store/mentioned';

/** A role of command; `basis` is how far its facts go, for whoever edits it. */
export type RoleView = RoleKind & { basis: number };

export async function readRoles(): Promise<RoleView[]> {
  const roles = await loadRoles();
  const reached = await database.$queryRaw<{ key: string; basis: number }[]>`
    select substring(stream from 6) as key, max(seq)::int as basis from fact
    where stream = any(${roles.map(({ key }) => `role:${key}`)}::text[]) group by stream`;
  const basisOf = new Map(reached.map(({ key, basis }) => [key, basis]));
  return roles.map((role) => ({ ...role, basis: basisOf.get(role.key) ?? 0 }));
}
