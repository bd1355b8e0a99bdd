import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { replay } from '@/lib/core/incident/evolve';
import { DAY } from '@/lib/core/instant';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { readFactsAfter } from '@/lib/queries/live-room';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { createEscalationPolicy } from './create-escalation-policy';
import { createSchedule } from './create-schedule';
import { createService } from './create-service';
import { declareIncident } from './declare-incident';
import { fireIncidentTimer } from './fire-timer';
import { offerPagesOn } from './offer-pages-on';

const ada: Actor = { kind: 'person', id: 'ada', name: 'ada', role: 'administrator' };
const as = (id: string) => ({ actor: { kind: 'person', id, name: id, role: 'responder' } as const });

function taken<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

beforeAll(async () => {
  for (const id of ['ada', 'bea', 'cy'])
    await database.person.create({
      data: { id, name: id, role: id === 'ada' ? 'administrator' : 'responder', email: `${id}@example.org` },
    });
  const caller = { actor: ada };
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'UTC', startsOn: '2020-01-06', cycleDays: 1, handoffs };
  const layers = [{ ...layer, people: ['bea', 'cy'] }];
  taken(await createSchedule(caller, { name: 'Rota', timeZone: 'UTC', layers }));
  const steps = [{ targets: [{ kind: 'schedule', id: 'rota' }], waitMinutes: 5 }];
  taken(await createEscalationPolicy(caller, { name: 'Rota', steps, repeats: 0 }));
  taken(await createService(caller, { name: 'Checkout', tier: 1, policy: 'rota' }));
});

const read = async (number: number) =>
  (await database.incident.findUniqueOrThrow({ where: { number } })).state as unknown as Incident;
const kinds = async (number: number) => (await readFactsAfter(number, 0, 500)).map(({ kind }) => kind);

it('offers an acknowledged page to who is on call next, who takes it over with one word', async () => {
  const draft = { title: 'Cards fail', severity: 'Critical', services: ['checkout'] };
  const { number } = taken(await declareIncident({ actor: ada }, draft));
  await fireIncidentTimer(number, `incident:${number}/paging`);
  const [called] = (await read(number)).pages;
  const holder = called?.called[0]?.person.id ?? '';
  const next = holder === 'bea' ? 'cy' : 'bea';
  const answer = { id: called?.id, take: true };
  taken(await actOnIncident(as(holder), number, 'answer-page', answer));
  await offerPagesOn();
  expect(await kinds(number)).not.toContain('page.offered-on');
  expect(await actOnIncident(as(next), number, 'answer-page', answer)).toMatchObject({ refusal: 'changed-meanwhile' });

  await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${DAY}) on conflict (id) do update set ms = ${DAY}`;
  await Promise.all([offerPagesOn(), offerPagesOn()]);
  await offerPagesOn();
  expect((await kinds(number)).filter((kind) => kind === 'page.offered-on')).toHaveLength(1);
  const told = await database.notice.findMany({ where: { kind: 'page-offered-on' } });
  expect(told.map(({ personId }) => personId).sort()).toEqual(['bea', 'cy']);

  expect(await actOnIncident({ actor: ada }, number, 'answer-page', answer)).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  taken(await actOnIncident(as(next), number, 'answer-page', answer));
  const after = await read(number);
  expect(after.pages[0]).toMatchObject({ acknowledgedBy: { id: next }, offeredOn: [] });
  const relieved = await database.notice.findMany({ where: { kind: 'page-answered', personId: holder } });
  expect(relieved).toMatchObject([{ body: `${next} took the page over from ${holder}.` }]);
  expect(replay(await readFactsAfter(number, 0, 500))).toEqual(after);
  await offerPagesOn();
  expect((await kinds(number)).filter((kind) => kind === 'page.offered-on')).toHaveLength(1);
});

it('offers the pages of one incident on though another cannot be read', async () => {
  const draft = { title: 'Cards fail', severity: 'Critical', services: ['checkout'] };
  const [broken, sound] = [
    taken(await declareIncident({ actor: ada }, draft)),
    taken(await declareIncident({ actor: ada }, draft)),
  ];
  for (const { number } of [broken, sound]) {
    await fireIncidentTimer(number, `incident:${number}/paging`);
    const [called] = (await read(number)).pages;
    taken(
      await actOnIncident(as(called?.called[0]?.person.id ?? ''), number, 'answer-page', {
        id: called?.id,
        take: true,
      }),
    );
  }
  await database.$executeRaw`
    update incident set state = jsonb_set(state, '{pages,0,steps}', '"?"') where number = ${broken.number}`;
  await database.$executeRaw`update clock_offset set ms = ms + ${DAY}`;
  await offerPagesOn();
  expect(await kinds(sound.number)).toContain('page.offered-on');
  await database.incident.delete({ where: { number: broken.number } });
});
