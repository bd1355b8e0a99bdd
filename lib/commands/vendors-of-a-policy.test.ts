import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Incident } from '@/lib/core/incident/incident';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { readDeliveries } from '@/lib/queries/deliveries';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { createEscalationPolicy } from './create-escalation-policy';
import { createService } from './create-service';
import { createVendor } from './create-vendor';
import { declareIncident } from './declare-incident';
import { deleteVendor } from './delete-vendor';
import { fireIncidentTimer } from './fire-timer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const caller = { actor: ada };

beforeAll(async () => {
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['bea', 'responder'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  await done(
    createVendor(caller, {
      name: 'Stripe',
      description: 'Charges cards; our contact there is moody',
      account: 'acct_1',
      contract: 'Premium, 30 minutes',
      email: 'help@stripe.example',
      contacts: [
        { name: 'Kim', phone: '', email: 'kim@stripe.example' },
        { name: 'Desk', phone: '', email: 'HELP@stripe.example' },
      ],
    }),
  );
  const bea = { kind: 'person', id: 'bea' };
  const stripe = { kind: 'vendor', id: 'stripe' };
  for (const [name, ...steps] of [
    ['Cards', [bea], [stripe], [bea]],
    ['Tills', [bea, stripe]],
  ] as const) {
    const written = steps.map((targets) => ({ targets, waitMinutes: 5 }));
    await done(createEscalationPolicy(caller, { name, steps: written, repeats: 0 }));
  }
  await done(createService(caller, { name: 'Shop', tier: 1, policy: 'tills' }));
});

beforeEach(async () => {
  await database.$executeRaw`delete from clock_offset`;
});

async function done<T extends object>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

async function declare(draft: Record<string, unknown> = {}): Promise<number> {
  const declared = await done(declareIncident(caller, { title: 'db-7 is on fire', severity: 'Low', ...draft }));
  return isRefusal(declared) ? 0 : declared.number;
}

/** Fires what is due of this incident's paging, `minutes` from now. */
async function pass(number: number, minutes = 0): Promise<void> {
  if (minutes > 0) {
    await database.$executeRaw`
      insert into clock_offset (id, ms) values (1, ${minutes * MINUTE}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  }
  for (const kind of ['paging', 'page']) {
    const due = await database.timer.findMany({ where: { stream: `incident:${number}`, kind } });
    for (const { key } of due) await fireIncidentTimer(number, key);
  }
}

const messages = (number: number) =>
  database.delivery.findMany({ where: { incidentNumber: number, vendorId: 'stripe' }, orderBy: { shown: 'asc' } });

async function incidentOf(number: number): Promise<Incident> {
  const { state } = await database.incident.findUniqueOrThrow({ where: { number } });
  return state as unknown as Incident;
}

it('writes to every address of a vendor once its step is due, as an outsider may read, and goes on', async () => {
  const number = await declare();
  await done(actOnIncident(caller, number, 'take-role', { role: 'commander' }));
  await done(actOnIncident(caller, number, 'page', { about: 'Look at db-7', policy: 'cards' }));
  await pass(number);
  expect(await messages(number)).toEqual([]);
  await pass(number, 5);
  const rows = await messages(number);
  expect(rows.map(({ shown, channel, state, replyTo }) => [shown, channel, state, replyTo])).toEqual([
    ['HELP@stripe.example', 'email', 'waiting', 'ada@example.org'],
    ['kim@stripe.example', 'email', 'waiting', 'ada@example.org'],
  ]);
  const { title = '', body = '' } = rows[0] ?? {};
  expect(title).toBe(`localhost: please help us with Stripe (INC-${number} Low)`);
  for (const said of [
    'Low, the lowest of our four levels',
    'acct_1',
    'Premium, 30 minutes',
    `INC-${number}`,
    'reach Ada',
  ])
    expect(body).toContain(said);
  expect(`${title} ${body}`).not.toMatch(/db-7|moody|\/incidents/u);
  const facts = await database.fact.findMany({ where: { incidentNumber: number, kind: 'vendor.contacted' } });
  expect(facts).toMatchObject([{ actorKind: 'system', data: { vendor: { id: 'stripe' }, way: 'e-mail' } }]);
  expect((await incidentOf(number)).vendors).toMatchObject([{ state: 'waiting', chases: 0, chaseMinutes: 15 }]);
  const told = await readDeliveries(ada, number, { fact: facts[0]?.seq });
  expect(told).toMatchObject([{ kind: 'vendor-asked', person: { name: 'Stripe' }, by: [{ channel: 'email' }, {}] }]);

  await pass(number, 5);
  const called = await database.fact.findMany({ where: { incidentNumber: number, kind: 'page.called' } });
  expect(called).toHaveLength(3);
});

it('asks a vendor once in an incident, however many steps name it, and not where somebody has asked', async () => {
  const [both, asked] = [await declare({ severity: 'Critical', services: ['shop'] }), await declare()];
  await done(actOnIncident(caller, both, 'page', { about: 'Look', policy: 'cards' }));
  await pass(both);
  await pass(both, 5);
  expect(await messages(both)).toHaveLength(2);
  await done(actOnIncident(caller, asked, 'contact-vendor', { vendor: 'stripe', way: 'phone' }));
  await done(actOnIncident(caller, asked, 'page', { about: 'Look', policy: 'tills' }));
  await pass(asked);
  expect(await messages(asked)).toEqual([]);
  expect((await incidentOf(asked)).pages[0]?.called).toMatchObject([{ person: { id: 'bea' } }]);
});

it('takes back what a vendor was not sent yet once somebody acknowledged', async () => {
  const number = await declare();
  await done(actOnIncident(caller, number, 'page', { about: 'Look', policy: 'tills' }));
  await pass(number);
  const [first] = await messages(number);
  expect([first?.replyTo, first?.body]).toEqual([
    'bea@example.org',
    expect.stringContaining('reach bea, who is on call here') as string,
  ]);
  const [page] = (await incidentOf(number)).pages;
  const bea = { kind: 'person', id: 'bea', name: 'bea', role: 'responder' } as const;
  await done(actOnIncident({ actor: bea }, number, 'answer-page', { id: page?.id, take: false }));
  expect((await messages(number)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await done(actOnIncident(caller, number, 'answer-page', { id: page?.id, take: true }));
  expect((await messages(number)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
});

it('says of a private incident only that they should contact us', async () => {
  const number = await declare({ private: true, visibleTo: ['bea'] });
  await done(actOnIncident(caller, number, 'page', { about: 'Look', policy: 'tills' }));
  await pass(number);
  const [row] = await messages(number);
  expect(row?.title).toBe(`localhost: please contact us (INC-${number})`);
  expect(row?.body).toContain(`please contact localhost about INC-${number}`);
  expect(JSON.stringify([row?.title, row?.body, row?.severity])).not.toMatch(/Low|db-7|Ada|bea/u);
});

it('keeps a vendor that a step writes to', async () => {
  expect(await deleteVendor(caller, 'stripe')).toMatchObject({ refusal: 'conflict' });
});
