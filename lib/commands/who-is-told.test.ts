import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { declareIncident } from './declare-incident';

const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };

beforeAll(async () => {
  const people = [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['cy', 'responder'],
  ] as const;
  for (const [id, role] of people)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
});

async function declare(severity: string, more: Record<string, unknown> = {}): Promise<number> {
  const done = await declareIncident({ actor: bea }, { title: 'Checkout fails', severity, ...more });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

const toldOf = async (number: number, kind: string) =>
  (await database.notice.findMany({ where: { stream: `incident:${number}`, kind }, orderBy: { personId: 'asc' } })).map(
    ({ personId }) => personId,
  );

it('administrators are told in place of leads and owning teams while there are none', async () => {
  expect(await toldOf(await declare('High'), 'told')).toEqual(['ada']);
  expect(await toldOf(await declare('Medium'), 'told')).toEqual(['ada']);
  await database.team.create({
    data: { id: 'money', name: 'Money', members: { create: { personId: 'cy', lead: true } } },
  });
  expect(await toldOf(await declare('High'), 'told')).toEqual(['cy']);
});

it('whoever is named on a private incident is told, at its declaration and later, but for who names them', async () => {
  const number = await declare('Low', { private: true, visibleTo: ['bea', 'cy'] });
  expect(await toldOf(number, 'told')).toEqual(['cy']);
  const access = { private: true, visibleTo: ['ada', 'bea', 'cy'] };
  expect(await actOnIncident({ actor: bea }, number, 'change-access', access)).toMatchObject({ seq: 2 });
  expect(await toldOf(number, 'told')).toEqual(['ada', 'cy', 'cy']);
});

it('whoever is named into a sub-team is told', async () => {
  const number = await declare('Low');
  const done = await actOnIncident({ actor: bea }, number, 'form-subteam', {
    name: 'Rollback',
    lead: 'cy',
    members: ['ada'],
  });
  if (isRefusal(done)) throw new Error(done.message);
  expect(await toldOf(number, 'assigned')).toEqual(['ada', 'cy']);
});
