import { beforeAll, expect, it } from 'vitest';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { readMatrix } from './matrix';

const robot: Actor = { kind: 'token', id: 'robot', name: 'Robot', role: 'responder' };

beforeAll(async () => {
  const people = [
    ['ada', 'administrator', true],
    ['bea', 'responder', true],
    ['cy', 'responder', true],
    ['di', 'observer', true],
    ['eve', 'responder', false],
  ] as const;
  for (const [id, role, active] of people)
    await database.person.create({ data: { id, name: id, role, active, email: `${id}@example.org` } });
  const teams = [
    ['money', ['bea', 'cy']],
    ['gone', ['eve']],
  ] as const;
  for (const [id, members] of teams) {
    const create = members.map((personId) => ({ personId, lead: personId === 'cy' }));
    await database.team.create({ data: { id, name: id, members: { create } } });
  }
  for (const [id, teamId] of [
    ['pay', 'money'],
    ['lamp', 'gone'],
    ['door', null],
  ] as const)
    await database.service.create({ data: { id, name: id, tier: 1, teamId } });
});

/** Whom an incident of this service and severity tells, by name. */
async function told(service: string, severity: string): Promise<string[]> {
  const done = await declareIncident({ actor: robot }, { title: 'It is dark', severity, services: [service] });
  if (isRefusal(done)) throw new Error(done.message);
  const where = { stream: `incident:${done.number}`, kind: 'told' };
  return (await database.notice.findMany({ where })).map(({ personId }) => personId).sort();
}

it('shows by which ways each is paged, and who by none', async () => {
  const now = new Date();
  for (const [channel, personId, verifiedAt] of [
    ['ntfy', 'bea', now],
    ['slack', 'bea', now],
    // Nobody set a mail server up.
    ['email', 'bea', now],
    ['email', 'cy', now],
    ['slack', 'cy', null],
  ] as const) {
    const id = `${personId}-${channel}`;
    const method = { id, personId, channel, label: '', address: 'sealed', shown: '…', createdAt: now, verifiedAt };
    await database.contactMethod.create({ data: method });
  }
  await database.vendor.create({ data: { id: 'stripe', name: 'Stripe', email: 'help@stripe.example' } });
  const targets = [
    { kind: 'team', id: 'money' },
    { kind: 'vendor', id: 'stripe' },
  ];
  await database.escalationPolicy.create({
    data: { id: 'p', name: 'P', repeats: 0, steps: [{ targets, waitMinutes: 5 }] },
  });
  await database.service.update({ where: { id: 'pay' }, data: { policyId: 'p' } });
  const { rows } = await readMatrix();
  const cell = rows.find(({ service }) => service.id === 'pay')?.cells.find(({ severity }) => severity === 'High');
  expect(cell?.paged.steps).toMatchObject([
    {
      people: [
        { id: 'bea', by: ['ntfy', 'slack'] },
        { id: 'cy', by: [] },
      ],
      vendors: [{ id: 'stripe' }],
    },
  ]);
});

it('shows those told whom an incident then tells', async () => {
  const { rows } = await readMatrix();
  const cells = rows.flatMap(({ service, cells: each }) => each.map((cell) => ({ service: service.id, ...cell })));
  expect(cells.map(({ told: { group, standIn } }) => `${group}${standIn ? ', stood in for' : ''}`)).toEqual(
    expect.arrayContaining(['everyone', 'engineering-leads', 'owning-teams', 'owning-teams, stood in for']),
  );
  for (const { service, severity, told: shown } of cells) {
    const names = shown.people.map(({ name }) => name).sort();
    expect(await told(service, severity), `${service}, ${severity}`).toEqual(names);
  }
});
