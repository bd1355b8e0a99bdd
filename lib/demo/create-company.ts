import { createService } from '@/lib/commands/create-service';
import { createTeam } from '@/lib/commands/create-team';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { keepSamplePeople } from '@/lib/store/sample-people';
import { insertPerson } from '@/lib/store/people';
import { transact } from '@/lib/store/transact';
import { services, teams } from './company/catalog';
import { actorOf, emailOf, everyone, idOf, people } from './company/people';

/** Makes the sample company: its people first, then its teams and services as its administrator would. */
export async function createCompany(): Promise<void> {
  const now = await readClock();
  await transact(async (unit) => {
    for (const who of everyone) {
      const person = { id: idOf(who), email: emailOf(who), passwordHash: null, how: 'demo', ...people[who] } as const;
      made(await insertPerson(unit, { ...person, by: actorOf('ada') }, now));
    }
    await keepSamplePeople(unit, everyone.map(idOf));
  });
  const caller = { actor: actorOf('ada') };
  const teamIds = new Map<string, string>();
  for (const { name, description, leads, members } of teams) {
    const draft = { name, description, leads: leads.map(idOf), members: members.map(idOf) };
    teamIds.set(name, made(await createTeam(caller, draft)).id);
  }
  const serviceIds = new Map<string, string>();
  for (const { name, tier, description, team, needs } of services) {
    const dependencies = needs.map((need) => serviceIds.get(need));
    const draft = { name, tier, description, team: teamIds.get(team), dependencies };
    serviceIds.set(name, made(await createService(caller, draft)).id);
  }
}

function made<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`The sample company was refused: ${answer.message}`);
  return answer;
}
