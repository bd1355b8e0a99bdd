import { expect, it } from 'vitest';
import { type Actor, type PersonRole } from '@/lib/core/access/actor';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { sit } from '@/lib/store/presence';
import { actOnIncident } from './act-on-incident';
import { declareIncident } from './declare-incident';
import { fireIncidentTimer } from './fire-timer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const others: [id: string, role: PersonRole][] = [
  ['joined', 'responder'],
  ['present', 'responder'],
  ['watching', 'observer'],
  ['elsewhere', 'responder'],
];

it('tells the room of a missed update: whoever joined it or sits in it, and may act', async () => {
  for (const [id, role] of [['ada', 'administrator'] as const, ...others])
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  const declared = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity: 'Critical' });
  if (isRefusal(declared)) throw new Error(declared.message);
  const { number } = declared;
  await actOnIncident({ actor: ada }, number, 'take-role', { role: 'commander' });
  await actOnIncident({ actor: { ...ada, id: 'joined', name: 'joined', role: 'responder' } }, number, 'join', {});
  const seat = { incident: number, looking: '', typing: false };
  await sit(
    'node',
    ['present', 'watching'].map((id) => ({ ...seat, key: id, personId: id, personName: id })),
  );
  await sit('node', [{ ...seat, incident: number + 1, key: 'else', personId: 'elsewhere', personName: 'elsewhere' }]);
  await database.notice.deleteMany();

  await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${20 * MINUTE + 1})`;
  expect(await fireIncidentTimer(number, `incident:${number}/cadence`)).toBe('fired');
  const told = await database.notice.findMany({ where: { kind: 'update-overdue' }, select: { personId: true } });
  const ids = new Set(told.map(({ personId }) => personId));
  expect(['joined', 'present', 'watching', 'elsewhere'].map((id) => ids.has(id))).toEqual([true, true, false, false]);
});
