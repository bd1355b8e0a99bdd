import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type Change } from '@/lib/core/facts/administration';
import { database } from '@/lib/store/database';
import { changeService } from './change-service';
import { changeTeam } from './change-team';
import { createEscalationPolicy } from './create-escalation-policy';
import { createSchedule } from './create-schedule';
import { createService } from './create-service';
import { createTeam } from './create-team';
import { declareIncident } from './declare-incident';
import { deleteEscalationPolicy } from './delete-escalation-policy';
import { deleteSchedule } from './delete-schedule';
import { deleteService } from './delete-service';
import { deleteTeam } from './delete-team';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bob: Actor = { kind: 'person', id: 'bob', name: 'Bob', role: 'responder' };
const caller = { actor: ada };

beforeAll(async () => {
  for (const { id, name, role } of [ada, bob])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  for (const name of ['Shop', 'Payments', 'Ledger']) await createService(caller, { name, tier: 1 });
});

const factsOf = (stream: string) =>
  database.fact.findMany({ where: { stream }, orderBy: { seq: 'asc' }, select: { seq: true, kind: true, data: true } });

const plain = { team: null, policy: null, description: '', dependencies: [], primary: null, backup: null, links: [] };

describe('services', () => {
  it('keeps a readable id, and a fact of every change with names in it', async () => {
    const made = await createService(caller, { name: 'Card Gateway', tier: '2', dependencies: ['ledger'] });
    expect(made).toEqual({ id: 'card-gateway', name: 'Card Gateway' });
    const draft = { name: 'Card gateway', tier: 1, dependencies: ['ledger', 'payments'], basis: 1 };
    expect(await changeService(caller, 'card-gateway', draft)).toMatchObject({ name: 'Card gateway' });
    const [ledger, payments] = [
      { id: 'ledger', name: 'Ledger' },
      { id: 'payments', name: 'Payments' },
    ];
    const first = { ...plain, name: 'Card Gateway', tier: 2, dependencies: [ledger] };
    expect(await factsOf('service:card-gateway')).toEqual([
      { seq: 1, kind: 'service.created', data: { id: 'card-gateway', name: 'Card Gateway', after: first } },
      {
        seq: 2,
        kind: 'service.changed',
        data: {
          id: 'card-gateway',
          name: 'Card gateway',
          before: { name: 'Card Gateway', tier: 2, dependencies: [ledger] },
          after: { name: 'Card gateway', tier: 1, dependencies: [ledger, payments] },
        },
      },
    ]);
  });

  it('can be rebuilt from its facts, and the last tells what was lost', async () => {
    await createService(caller, { name: 'Kiosk', tier: 3, description: 'In the hall', dependencies: ['ledger'] });
    await changeService(caller, 'kiosk', { name: 'Kiosk', tier: 2, description: '', dependencies: [], basis: 1 });
    await deleteService(caller, 'kiosk');
    const [made, changed, gone] = (await factsOf('service:kiosk')).map(({ data }) => data as Partial<Change>);
    expect(gone?.before).toEqual({ ...made?.after, ...changed?.after });
    expect(gone?.before).toEqual({ ...plain, name: 'Kiosk', tier: 2 });
  });

  it('says whom to ask and where to look, and that a backup is somebody else', async () => {
    await createTeam(caller, { name: 'Counter', members: ['bob'] });
    const draft = {
      name: 'Till',
      tier: 2,
      primary: { kind: 'person', id: 'bob' },
      backup: { kind: 'team', id: 'counter' },
      links: [{ name: 'Dashboard', url: 'https://graphs.example.org/till' }],
    };
    await createService(caller, draft);
    const [made] = (await factsOf('service:till')).map(({ data }) => data as Partial<Change>);
    expect(made?.after).toMatchObject({
      primary: { id: 'person:bob', name: 'Bob' },
      backup: { id: 'team:counter', name: 'Counter (team)' },
      links: draft.links,
    });
    const change = (more: object) => changeService(caller, 'till', { ...draft, ...more, basis: 1 });
    expect(await change({ backup: draft.primary })).toMatchObject({
      refusal: 'invalid',
      fields: { backup: 'This is the primary contact already.' },
    });
    expect(await change({ primary: { kind: 'schedule', id: 'none' } })).toMatchObject({
      refusal: 'invalid',
      fields: { primary: 'There is no such schedule any more.' },
    });
    expect(await change({ links: [{ name: 'Run', url: 'javascript:alert(1)' }] })).toMatchObject({
      refusal: 'invalid',
      fields: { 'links.0.url': 'This must be an address such as https://example.com/page.' },
    });
    await deleteTeam(caller, 'counter');
    await change({ backup: null, tier: 1 });
    expect((await factsOf('service:till')).at(-1)?.data).toEqual({
      id: 'till',
      name: 'Till',
      before: { tier: 2 },
      after: { tier: 1 },
    });
  });

  it('explains a circle by its path, and changes nothing', async () => {
    await changeService(caller, 'shop', { name: 'Shop', tier: 1, dependencies: ['payments'], basis: 1 });
    await changeService(caller, 'payments', { name: 'Payments', tier: 1, dependencies: ['ledger'], basis: 1 });
    const refused = await changeService(caller, 'ledger', {
      name: 'Ledger',
      tier: 1,
      dependencies: ['shop'],
      basis: 1,
    });
    expect(refused).toMatchObject({
      refusal: 'conflict',
      fields: {
        dependencies: 'That closes a circle: Ledger → Shop → Payments → Ledger. Remove one of these first.',
      },
    });
    expect(await database.serviceDependency.count({ where: { serviceId: 'ledger' } })).toBe(0);
  });

  it('lets no circle close between two edits at the same moment', async () => {
    for (const name of ['Left', 'Right']) await createService(caller, { name, tier: 3 });
    const answers = await Promise.all([
      changeService(caller, 'left', { name: 'Left', tier: 3, dependencies: ['right'], basis: 1 }),
      changeService(caller, 'right', { name: 'Right', tier: 3, dependencies: ['left'], basis: 1 }),
    ]);
    expect(answers.filter((answer) => 'refusal' in answer)).toMatchObject([{ refusal: 'conflict' }]);
  });

  it('tells the second of two editors who came first', async () => {
    const draft = { name: 'Editors', tier: 3 };
    await createService(caller, draft);
    const answers = await Promise.all(
      [4, 2].map((tier) => changeService(caller, 'editors', { ...draft, tier, basis: 1 })),
    );
    const [refused] = answers.filter((answer) => 'refusal' in answer);
    expect(refused).toMatchObject({
      refusal: 'changed-meanwhile',
      message: expect.stringContaining('Ada changed this') as string,
    });
    expect(await factsOf('service:editors')).toHaveLength(2);
  });

  it('takes no name twice and gives no id again', async () => {
    expect(await createService(caller, { name: 'shop', tier: 1 })).toMatchObject({
      refusal: 'taken',
      fields: { name: 'There is a service called Shop already.' },
    });
    await createService(caller, { name: 'Fax', tier: 4 });
    expect(await deleteService(caller, 'fax')).toEqual({ name: 'Fax' });
    expect(await createService(caller, { name: 'Fax', tier: 4 })).toEqual({ id: 'fax-2', name: 'Fax' });
  });

  it('keeps a service that an open incident is about', async () => {
    await createService(caller, { name: 'Burning', tier: 1 });
    await declareIncident(caller, { title: 'It burns', severity: 'High', services: ['burning'] });
    expect(await deleteService(caller, 'burning')).toMatchObject({ refusal: 'conflict' });
  });

  it('is changed by administrators alone', async () => {
    expect(await createService({ actor: bob }, { name: 'Mine', tier: 1 })).toMatchObject({ refusal: 'not-allowed' });
    expect(await deleteService({ actor: bob }, 'shop')).toMatchObject({ refusal: 'not-allowed' });
    expect(await createTeam({ actor: bob }, { name: 'Mine' })).toMatchObject({ refusal: 'not-allowed' });
  });

  it('answers a request that comes twice once', async () => {
    const again = { actor: ada, requestKey: 'a-key' };
    const draft = { name: 'Twice', tier: 2 };
    const answers = await Promise.all([createService(again, draft), createService(again, draft)]);
    expect(answers).toEqual([
      { id: 'twice', name: 'Twice' },
      { id: 'twice', name: 'Twice' },
    ]);
  });
});

describe('teams', () => {
  it('counts whoever leads among the members, and records names', async () => {
    await createTeam(caller, { name: 'Money', leads: ['ada'] });
    const draft = { name: 'Money', members: ['ada', 'bob'], leads: ['bob'], basis: 1 };
    expect(await changeTeam(caller, 'money', draft)).toEqual({ id: 'money', name: 'Money' });
    const [theAda, theBob] = [ada, bob].map(({ id, name }) => ({ id, name }));
    expect((await factsOf('team:money')).at(-1)?.data).toMatchObject({
      before: { members: [theAda], leads: [theAda] },
      after: { members: [theAda, theBob], leads: [theBob] },
    });
  });

  it('refuses strangers, and leaves services behind without an owner when it goes', async () => {
    expect(await createTeam(caller, { name: 'Ghosts', members: ['nobody'] })).toMatchObject({ refusal: 'invalid' });
    await createTeam(caller, { name: 'Short' });
    await createService(caller, { name: 'Orphan', tier: 3, team: 'short' });
    await deleteTeam(caller, 'short');
    expect(await database.service.findUnique({ where: { id: 'orphan' } })).toMatchObject({ teamId: null });
  });
});

it('keeps what an escalation policy calls: a team or a schedule that is gone would be called in silence', async () => {
  await createTeam(caller, { name: 'Night', members: ['ada'], leads: [] });
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'UTC', startsOn: '2026-01-05', cycleDays: 7, handoffs, people: ['ada'] };
  await createSchedule(caller, { name: 'Rota', timeZone: 'UTC', layers: [layer] });
  const targets = [
    { kind: 'team', id: 'night' },
    { kind: 'schedule', id: 'rota' },
  ];
  await createEscalationPolicy(caller, { name: 'Nightly', steps: [{ targets, waitMinutes: 5 }], repeats: 0 });
  for (const gone of [deleteTeam(caller, 'night'), deleteSchedule(caller, 'rota')])
    expect(await gone).toMatchObject({ refusal: 'conflict', message: expect.stringContaining('Nightly') as string });
  await deleteEscalationPolicy(caller, 'nightly');
  expect(await deleteTeam(caller, 'night')).toEqual({ name: 'Night' });
  expect(await deleteSchedule(caller, 'rota')).toEqual({ name: 'Rota' });
});
