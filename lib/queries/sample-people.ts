import { env } from '@/lib/env';
import { type PersonRole } from '@/lib/core/access/actor';
import { database } from '@/lib/store/database';
import { samplePeopleIds } from '@/lib/store/sample-people';

export interface SamplePerson {
  id: string;
  name: string;
  role: PersonRole;
  teams: string[];
}

/** The people anyone may sign in as in a demo; nobody elsewhere. */
export async function samplePeople(): Promise<SamplePerson[]> {
  if (!env.QUARTERDECK_DEMO) return [];
  const rows = await database.person.findMany({
    where: { active: true, id: { in: await samplePeopleIds() } },
    orderBy: [{ role: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true, role: true, memberships: { select: { team: { select: { name: true } } } } },
  });
  return rows.map(({ id, name, role, memberships }) => ({
    id,
    name,
    role: role as PersonRole,
    teams: memberships.map(({ team }) => team.name),
  }));
}
