import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { defaultRules } from '@/lib/core/severity/policy';
import { type SeverityRules } from '@/lib/core/severity/severity';
import { readPolicyHistory } from '@/lib/queries/policy';
import { readRoles } from '@/lib/queries/roles';
import { database } from '@/lib/store/database';
import { changePolicy } from './change-policy';
import { changeRole } from './change-role';
import { createRole } from './create-role';
import { declareIncident } from './declare-incident';
import { deleteRole } from './delete-role';
import { actOnIncident } from './act-on-incident';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bob: Actor = { kind: 'person', id: 'bob', name: 'Bob', role: 'responder' };
const caller = { actor: ada };

beforeAll(async () => {
  for (const { id, name, role } of [ada, bob])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
});

const slower: SeverityRules = { ...defaultRules, Medium: { ...defaultRules.Medium, cadenceMinutes: 30 } };

describe('the severity policy', () => {
  it('is replaced by a new version, for what is declared from then on', async () => {
    const earlier = await declareIncident(caller, { title: 'Before', severity: 'Medium' });
    expect(await changePolicy(caller, { basis: 1, rules: slower })).toEqual({ version: 2 });
    const later = await declareIncident(caller, { title: 'After', severity: 'Medium' });
    const governed = await database.incident.findMany({
      where: { number: { in: [earlier, later].flatMap((done) => ('number' in done ? [done.number] : [])) } },
      orderBy: { number: 'asc' },
      select: { policyVersion: true },
    });
    expect(governed).toEqual([{ policyVersion: 1 }, { policyVersion: 2 }]);
    expect(await readPolicyHistory(ada)).toMatchObject([
      { version: 2, by: 'Ada', governs: 1, former: defaultRules },
      { version: 1, by: null, governs: 1, former: null },
    ]);
  });

  it('tells the second of two editors, refuses what changes nothing, and whoever may not', async () => {
    const draft = { basis: 1, rules: slower };
    expect(await changePolicy(caller, draft)).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await changePolicy(caller, { ...draft, basis: 2 })).toMatchObject({ refusal: 'invalid' });
    expect(await changePolicy({ actor: bob }, draft)).toMatchObject({ refusal: 'not-allowed' });
    const nonsense = { basis: 2, rules: { ...slower, Low: { ...slower.Low, responseMinutes: 0 } } };
    expect(await changePolicy(caller, nonsense)).toMatchObject({
      refusal: 'invalid',
      fields: { 'rules.Low.responseMinutes': expect.any(String) as string },
    });
  });
});

describe('roles of command', () => {
  const liaison = { name: 'Customer liaison', instructions: 'Speak for customers.', owedAt: ['Low', 'Critical'] };

  it('keeps the built-in ones beside the first of one’s own', async () => {
    expect(await createRole(caller, liaison)).toEqual({ key: 'customer-liaison', name: 'Customer liaison' });
    const roles = await readRoles();
    expect(roles.map(({ key }) => key)).toEqual([
      'commander',
      'deputy',
      'operations',
      'communications',
      'scribe',
      'customer-liaison',
    ]);
    expect(roles.at(-1)).toMatchObject({ builtIn: false, owedAt: ['Critical', 'Low'], basis: 1 });
    expect(await createRole(caller, { ...liaison, name: 'deputy' })).toMatchObject({ refusal: 'taken' });
  });

  it('lets a built-in one be owed elsewhere, but not renamed or deleted', async () => {
    const scribe = { name: 'Scribe', instructions: 'Write.', owedAt: [] };
    expect(await changeRole(caller, 'scribe', { ...scribe, basis: 0 })).toMatchObject({ key: 'scribe' });
    expect(await changeRole(caller, 'scribe', { ...scribe, basis: 0 })).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await changeRole(caller, 'scribe', { ...scribe, name: 'Clerk', basis: 1 })).toMatchObject({
      refusal: 'invalid',
    });
    expect(await deleteRole(caller, 'scribe')).toMatchObject({ refusal: 'conflict' });
  });

  it('keeps a role that somebody holds', async () => {
    const done = await declareIncident({ actor: bob }, { title: 'Held', severity: 'Low' });
    const number = 'number' in done ? done.number : 0;
    await actOnIncident({ actor: bob }, number, 'take-role', { role: 'customer-liaison' });
    expect(await deleteRole(caller, 'customer-liaison')).toMatchObject({ refusal: 'conflict' });
    await actOnIncident({ actor: bob }, number, 'release-role', { role: 'customer-liaison' });
    expect(await deleteRole(caller, 'customer-liaison')).toEqual({ name: 'Customer liaison' });
    const whole = { ...liaison, owedAt: ['Critical', 'Low'], position: 6 };
    const facts = await database.fact.findMany({ where: { stream: 'role:customer-liaison' }, orderBy: { seq: 'asc' } });
    expect(facts.map(({ data }) => data)).toMatchObject([{ after: whole }, { before: whole }]);
  });
});
