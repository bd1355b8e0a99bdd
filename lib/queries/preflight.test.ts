import { beforeAll, expect, it } from 'vitest';
import { changeSchedule } from '@/lib/commands/change-schedule';
import { createEscalationPolicy } from '@/lib/commands/create-escalation-policy';
import { createSchedule } from '@/lib/commands/create-schedule';
import { createService } from '@/lib/commands/create-service';
import { createTeam } from '@/lib/commands/create-team';
import { declareIncident } from '@/lib/commands/declare-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { type Actor } from '@/lib/core/access/actor';
import { gapSentence } from '@/lib/core/escalation/gap-words';
import { MINUTE } from '@/lib/core/instant';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { severities } from '@/lib/core/severity/severity';
import { database } from '@/lib/store/database';
import { readMatrix } from './matrix';
import { readGaps, readPreflight } from './preflight';

const caller = { actor: { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' } satisfies Actor };
const robot: Actor = { kind: 'token', id: 'robot', name: 'robot', role: 'responder' };

const layer = {
  name: 'Primary',
  timeZone: 'Europe/Berlin',
  startsOn: '2020-01-06',
  cycleDays: 1,
  handoffs: [{ day: 0, time: '09:00' }],
  people: ['bea', 'cy'],
};
const rota = { name: 'Rota', timeZone: 'Europe/Berlin' };

beforeAll(async () => {
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['cy', 'responder'],
    ['di', 'responder'],
    ['eve', 'observer'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  must(await createSchedule(caller, { ...rota, layers: [layer] }));
  must(await createTeam(caller, { name: 'Money', members: ['di'], leads: ['di'] }));
  const steps = [
    { targets: [{ kind: 'schedule', id: 'rota' }], waitMinutes: 5 },
    { targets: [{ kind: 'team', id: 'money' }], waitMinutes: 7 },
  ];
  must(await createEscalationPolicy(caller, { name: 'Payments', steps, repeats: 0 }));
  must(await createService(caller, { name: 'Cards', tier: 1, team: 'money', policy: 'payments' }));
  must(await createService(caller, { name: 'Blog', tier: 4 }));
  for (const id of ['ada', 'bea', 'cy', 'di']) await reach(id);
});

async function reach(id: string): Promise<void> {
  const method = { channel: 'ntfy', label: '', address: 'sealed', shown: `${id}…`, createdAt: new Date() };
  await database.contactMethod.create({ data: { ...method, id, personId: id, verifiedAt: new Date() } });
}

function must<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

async function declare(service: string, severity: string): Promise<number> {
  const draft = { title: `${service} is ${severity}`, severity, services: [service] };
  return must(await declareIncident({ actor: robot }, draft)).number;
}

async function noticed(number: number, kind: string): Promise<string[]> {
  const rows = await database.notice.findMany({
    where: { stream: `incident:${number}`, kind },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ personId }) => personId);
}

/** Moves the clock by some minutes and fires what is due of this incident's paging. */
async function passMinutes(number: number, minutes: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  const due = await database.$queryRaw<{ key: string }[]>`
    select key from timer where stream = ${`incident:${number}`} and kind in ('paging', 'page') and due_at <= app_now()`;
  for (const { key } of due) await fireIncidentTimer(number, key);
}

it('says beforehand whom an incident then pages, and when', async () => {
  const { plans, covered } = must(await readPreflight({ service: 'cards', severity: 'Critical' }));
  const said = plans.flatMap(({ steps }) => steps.filter(({ outcome }) => outcome === 'called'));
  expect([covered, said.map(({ minutes }) => minutes)]).toEqual([true, [0, 5]]);
  const number = await declare('cards', 'Critical');
  let passed = 0;
  for (const [at, { minutes, people }] of said.entries()) {
    await passMinutes(number, minutes - passed);
    passed = minutes;
    expect((await noticed(number, 'paged')).slice(at)).toEqual(people.map(({ id }) => id));
  }
});

it('follows the schedule to any later moment', async () => {
  const onCall = async (at: string) =>
    must(await readPreflight({ service: 'cards', at })).plans[0]?.steps[0]?.people.map(({ id }) => id);
  const { from } = await readGaps();
  const day = new Date(Date.parse(from) + 30 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  const [night, noon] = [await onCall(`${day}T00:00:00Z`), await onCall(`${day}T12:00:00Z`)];
  expect([night, noon].flat().toSorted()).toEqual(['bea', 'cy']);
});

it('finds a service without a policy, and a step whose layer has lost its hours or its people', async () => {
  const sentences = async () => (await readGaps()).gaps.map((gap) => `${gap.service.name}: ${gapSentence(gap)}`);
  const none = 'Blog: It has no escalation policy: administrators are paged.';
  const empty = 'Cards: Step 1 of “Payments” (Rota) stands for nobody.';
  expect(await sentences()).toEqual([none]);
  const weekdays = [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }];
  const restricted = { ...rota, layers: [{ ...layer, hours: weekdays }], basis: 1 };
  must(await changeSchedule(caller, 'rota', restricted));
  expect(await sentences()).toEqual([empty, none]);
  must(await changeSchedule(caller, 'rota', { ...rota, layers: [layer], basis: 2 }));
  expect(await sentences()).toEqual([none]);
  await database.person.updateMany({ where: { id: { in: ['bea', 'cy'] } }, data: { active: false } });
  expect(await sentences()).toEqual([empty, none]);
  await database.person.updateMany({ data: { active: true } });
});

it('finds whom nothing outside the app reaches, and says how the others are', async () => {
  await database.contactMethod.update({ where: { id: 'di' }, data: { verifiedAt: null } });
  const { unreached } = await readGaps();
  expect(unreached).toEqual([{ person: { id: 'di', name: 'di' }, services: [{ id: 'cards', name: 'Cards' }] }]);
  const { reach: ways } = must(await readPreflight({ service: 'cards' }));
  expect(Object.values(ways)).toEqual([[{ channel: 'ntfy', shown: expect.any(String) as string, minutes: 0 }]]);
  await database.contactMethod.update({ where: { id: 'di' }, data: { verifiedAt: new Date() } });
});

it('counts no way that cannot send anything, such as mail without a server', async () => {
  await database.contactMethod.update({ where: { id: 'di' }, data: { channel: 'email' } });
  expect((await readGaps()).unreached.map(({ person }) => person.id)).toEqual(['di']);
  expect(must(await readPreflight({ service: 'cards' })).reach).toMatchObject({ di: [] });
  await database.contactMethod.update({ where: { id: 'di' }, data: { channel: 'ntfy' } });
  expect((await readGaps()).unreached).toEqual([]);
});

it('shows in the matrix those who are then told', async () => {
  const { rows } = await readMatrix();
  expect(rows.map(({ service }) => service.id)).toEqual(['cards', 'blog']);
  for (const { service, cells } of rows) {
    for (const severity of severities) {
      const cell = cells.find((each) => each.severity === severity);
      const told = await noticed(await declare(service.id, severity), 'told');
      expect(cell?.told.people.map(({ id }) => id).toSorted(), `${service.id} ${severity}`).toEqual(told.toSorted());
    }
  }
});
