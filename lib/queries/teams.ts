import { database } from '@/lib/store/database';

export interface TeamView {
  id: string;
  name: string;
  description: string;
  members: { id: string; name: string; lead: boolean; active: boolean }[];
  services: { id: string; name: string; tier: number }[];
  basis: number;
}

/** Every team with its people (leads first) and what it owns. `basis` is how far its facts go, for whoever edits it. */
export async function readTeams(): Promise<TeamView[]> {
  return database.$queryRaw<TeamView[]>`
    select team.id, team.name, team.description,
      coalesce((select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'lead', lead, 'active', person.active)
          order by lead desc, person.name)
        from team_member join person on person.id = person_id where team_id = team.id), '[]') as members,
      coalesce((select jsonb_agg(jsonb_build_object('id', service.id, 'name', service.name, 'tier', service.tier)
          order by service.tier, service.name)
        from service where team_id = team.id), '[]') as services,
      coalesce((select max(seq) from fact where stream = 'team:' || team.id), 0)::int as basis
    from team order by lower(team.name)`;
}

export interface PersonChoice {
  id: string;
  name: string;
  hint: string;
}

/** Active people to choose from, by name; `acting` leaves observers out. */
export async function readPeopleChoices(acting = false): Promise<PersonChoice[]> {
  const people = await database.person.findMany({
    where: { active: true, ...(acting && { role: { not: 'observer' } }) },
    select: { id: true, name: true, memberships: { select: { team: { select: { name: true } } } } },
    orderBy: { name: 'asc' },
  });
  return people.map(({ id, name, memberships }) => ({
    id,
    name,
    hint: memberships.map(({ team }) => team.name).join(', '),
  }));
}
