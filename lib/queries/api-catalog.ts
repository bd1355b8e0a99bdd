import { type PersonRole } from '@/lib/core/access/actor';
import { type RoleKind } from '@/lib/core/incident/roles';
import { type SeverityPolicy } from '@/lib/core/severity/severity';
import { database } from '@/lib/store/database';
import { loadRoles } from '@/lib/store/mentioned';
import { currentPolicy } from '@/lib/store/policy';

interface Named {
  id: string;
  name: string;
}

export interface CatalogTeam extends Named {
  description: string;
  members: (Named & { lead: boolean })[];
}

export interface CatalogPerson extends Named {
  role: PersonRole;
  active: boolean;
}

const named = { select: { id: true, name: true } } as const;

export async function readTeams(): Promise<CatalogTeam[]> {
  const rows = await database.team.findMany({
    orderBy: { name: 'asc' },
    include: { members: { select: { lead: true, person: named } } },
  });
  return rows.map(({ id, name, description, members }) => ({
    id,
    name,
    description,
    members: members.map(({ lead, person }) => ({ ...person, lead })),
  }));
}

export async function readPeople(): Promise<CatalogPerson[]> {
  const rows = await database.person.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, role: true, active: true },
  });
  return rows.map((row) => ({ ...row, role: row.role as PersonRole }));
}

export function readRoleKinds(): Promise<RoleKind[]> {
  return loadRoles();
}

export function readPolicy(): Promise<SeverityPolicy> {
  return currentPolicy();
}
