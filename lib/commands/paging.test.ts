import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { weekly } from '@/lib/core/oncall/testing/weekly';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { createEscalationPolicy } from './create-escalation-policy';
import { createSchedule } from './create-schedule';
import { createService } from './create-service';
import { createTeam } from './create-team';
import { declareIncident } from './declare-incident';
import { deleteEscalationPolicy } from './delete-escalation-policy';
import { deleteSchedule } from './delete-schedule';
import { fireIncidentTimer } from './fire-timer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const caller = { actor: ada };
const as = (id: string) => ({ actor: { kind: 'person', id, name: id, role: 'responder' } as const });

beforeAll(async () => {
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['cy', 'responder'],
    ['di', 'responder'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  const layer = { ...weekly, timeZone: 'Europe/Berlin', people: ['bea'] };
  await succeed(createSchedule(caller, { name: 'Payments', timeZone: 'Europe/Berlin', layers: [layer] }));
  await succeed(createTeam(caller, { name: 'Money', members: ['cy'], leads: ['di'] }));
  const steps = [
    { targets: [{ kind: 'schedule', id: 'payments' }], waitMinutes: 5 },
    { targets: [{ kind: 'team', id: 'money' }], waitMinutes: 5 },
  ];
  await succeed(createEscalationPolicy(caller, { name: 'Payments', steps, repeats: 0 }));
  await succeed(createService(caller, { name: 'Card gateway', tier: 1, policy: 'payments' }));
});

async function succeed<T extends object>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

async function declare(draft: Record<string, unknown> = {}): Promise<number> {
  const declared = await succeed(
    declareIncident(caller, { title: 'Cards fail', severity: 'Critical', services: ['card-gateway'], ...draft }),
  );
  return isRefusal(declared) ? 0 : declared.number;
}

/** Fires what is due of this incident's paging, `minutes` from now. */
async function fireAfter(number: number, minutes: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  const due = await database.$queryRaw<{ key: string }[]>`
    select key from timer where stream = ${`incident:${number}`} and kind in ('paging', 'page') and due_at <= app_now()`;
  for (const { key } of due) await fireIncidentTimer(number, key);
}

const paged = async (number: number) =>
  (
    await database.notice.findMany({ where: { stream: `incident:${number}`, kind: 'paged' }, orderBy: { id: 'asc' } })
  ).map(({ personId }) => personId);

it('pages who is on call, then the team, and nobody after an acknowledgement', async () => {
  const number = await declare();
  await fireAfter(number, 0);
  expect(await paged(number)).toEqual(['bea']);
  await fireAfter(number, 5);
  expect((await paged(number)).toSorted()).toEqual(['bea', 'cy', 'di']);
  const { state } = await database.incident.findUniqueOrThrow({ where: { number } });
  const id = (state as unknown as Incident).pages[0]?.id ?? '';
  const answers = await Promise.all(
    ['cy', 'di'].map((who) => actOnIncident(as(who), number, 'answer-page', { id, take: true })),
  );
  expect(answers.filter(isRefusal)).toMatchObject([{ refusal: 'changed-meanwhile' }]);
  await fireAfter(number, 4);
  expect(await paged(number)).toHaveLength(3);
});

it('pages whoever an override puts in place of the layers', async () => {
  const now = Date.now();
  await database.override.create({
    data: {
      id: 'o',
      scheduleId: 'payments',
      personId: 'cy',
      from: new Date(now - MINUTE),
      to: new Date(now + 600 * MINUTE),
      reason: '',
      createdAt: new Date(now),
    },
  });
  const number = await declare();
  await fireAfter(number, 0);
  expect(await paged(number)).toEqual(['cy']);
  await database.override.deleteMany();
});

it('leaves a private incident to whoever may see it', async () => {
  const number = await declare({ private: true });
  await fireAfter(number, 0);
  expect(await paged(number)).toEqual([]);
  const unheard = await database.notice.findMany({ where: { stream: `incident:${number}`, kind: 'page-unanswered' } });
  expect(unheard.map(({ personId }) => personId)).toEqual(['ada']);
});

it('keeps what others stand on', async () => {
  expect(await deleteSchedule(caller, 'payments')).toMatchObject({ refusal: 'conflict' });
  expect(await deleteEscalationPolicy(caller, 'payments')).toMatchObject({ refusal: 'conflict' });
});
