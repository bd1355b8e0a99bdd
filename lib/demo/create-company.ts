import { createEscalationPolicy } from '@/lib/commands/create-escalation-policy';
import { createSchedule } from '@/lib/commands/create-schedule';
import { createService } from '@/lib/commands/create-service';
import { createVendor } from '@/lib/commands/create-vendor';
import { createTeam } from '@/lib/commands/create-team';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { keepSamplePeople } from '@/lib/store/sample-people';
import { insertPerson } from '@/lib/store/people';
import { transact } from '@/lib/store/transact';
import { linksOf, services, teams, vendors } from './company/catalog';
import { rotas } from './company/on-call';
import { actorOf, emailOf, everyone, idOf, people } from './company/people';

/** Makes the people of the sample company, all or none. */
export async function createPeople(): Promise<void> {
  const now = await readClock();
  await transact(async (unit) => {
    for (const who of everyone) {
      const person = { id: idOf(who), email: emailOf(who), passwordHash: null, how: 'demo', ...people[who] } as const;
      made(await insertPerson(unit, { ...person, by: actorOf('ada') }, now));
    }
    await keepSamplePeople(unit, everyone.map(idOf));
  });
}

/** Makes its teams, schedules, escalation policies and services and vendors as its administrator would; those that a former start made are left as they are. */
export async function createCatalog(): Promise<void> {
  const caller = { actor: actorOf('ada') };
  const teamIds = new Map((await database.team.findMany()).map(({ name, id }) => [name, id]));
  for (const { name, description, leads, members } of teams) {
    if (teamIds.has(name)) continue;
    const draft = { name, description, leads: leads.map(idOf), members: members.map(idOf) };
    teamIds.set(name, made(await createTeam(caller, draft)).id);
  }
  const { policyIds, scheduleIds } = await createOnCall(teamIds);
  const serviceIds = new Map((await database.service.findMany()).map(({ name, id }) => [name, id]));
  for (const { name, tier, description, team, needs } of services) {
    if (serviceIds.has(name)) continue;
    const dependencies = needs.map((need) => serviceIds.get(need));
    const draft = {
      name,
      tier,
      description,
      team: teamIds.get(team),
      policy: policyIds.get(team),
      dependencies,
      primary: { kind: 'schedule', id: scheduleIds.get(team) },
      backup: { kind: 'team', id: teamIds.get(team) },
      links: linksOf(name),
    };
    serviceIds.set(name, made(await createService(caller, draft)).id);
  }
  const known = new Set((await database.vendor.findMany()).map(({ name }) => name));
  for (const { services: standing, ...vendor } of vendors) {
    if (known.has(vendor.name)) continue;
    made(await createVendor(caller, { ...vendor, services: standing.map((name) => serviceIds.get(name)) }));
  }
}

/** Who is on call and who is paged for each team's services; answers with schedules and escalation policies by the team's name. */
async function createOnCall(teamIds: ReadonlyMap<string, string>) {
  const caller = { actor: actorOf('ada') };
  const scheduleIds = new Map((await database.schedule.findMany()).map(({ name, id }) => [name, id]));
  const policyIds = new Map((await database.escalationPolicy.findMany()).map(({ name, id }) => [name, id]));
  for (const { team, timeZone, handoff, people } of rotas) {
    if (!scheduleIds.has(team)) {
      const turns = { startsOn: '2025-01-06', cycleDays: 7, handoffs: [{ day: 0, time: handoff }] };
      const layer = { name: 'Weeks', timeZone, ...turns, people: people.map(idOf) };
      scheduleIds.set(team, made(await createSchedule(caller, { name: team, timeZone, layers: [layer] })).id);
    }
    if (policyIds.has(team)) continue;
    const steps = [
      { targets: [{ kind: 'schedule', id: scheduleIds.get(team) }], waitMinutes: 5 },
      { targets: [{ kind: 'team', id: teamIds.get(team) }], waitMinutes: 5 },
    ];
    policyIds.set(team, made(await createEscalationPolicy(caller, { name: team, steps, repeats: 1 })).id);
  }
  return { policyIds, scheduleIds };
}

function made<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`The sample company was refused: ${answer.message}`);
  return answer;
}
