import { beforeAll, expect, it } from 'vitest';
import { type Actor, type PersonRole } from '@/lib/core/access/actor';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { startTimers } from '@/lib/timers/run';
import { eventually } from '@/lib/timers/testing/incidents';
import { actOnIncident } from './act-on-incident';
import { changePersonRole } from './change-person-role';
import { createEscalationPolicy } from './create-escalation-policy';
import { createService } from './create-service';
import { deactivatePerson } from './deactivate-person';
import { declareIncident } from './declare-incident';
import { fireIncidentTimer } from './fire-timer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'ada', role: 'administrator' };
const caller = { actor: ada };

function taken<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

beforeAll(async () => {
  const people: [string, PersonRole][] = [
    ['ada', 'administrator'],
    ['bea', 'responder'],
    ['dee', 'responder'],
    ['eve', 'administrator'],
    ['fay', 'responder'],
    ['cy', 'responder'],
  ];
  const now = new Date();
  for (const [id, role] of people) {
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
    const way = { channel: 'ntfy', label: '', shown: id, address: 'sealed', createdAt: now, verifiedAt: now };
    await database.contactMethod.create({ data: { ...way, id: `way-of-${id}`, personId: id } });
  }
});

const facts = async (number: number) =>
  (await database.fact.findMany({ where: { stream: `incident:${number}` }, orderBy: { seq: 'asc' } })).flatMap(
    ({ kind, data }) =>
      kind === 'page.excused' || kind === 'page.called'
        ? [`${kind} ${(data as { people: { id: string }[] }).people.map(({ id }) => id).join()}`]
        : [],
  );

it.each<[string, string, boolean, (id: string, number: number) => Promise<object>]>([
  ['becomes an observer', 'bea', false, (id) => changePersonRole(caller, id, { role: 'observer' })],
  ['is deactivated', 'dee', false, (id) => deactivatePerson(caller, id)],
  ['saw what is private as an administrator', 'eve', true, (id) => changePersonRole(caller, id, { role: 'responder' })],
  [
    'is shut out',
    'fay',
    false,
    (_id, number) => actOnIncident(caller, number, 'change-access', { private: true, visibleTo: ['cy'] }),
  ],
])('pages the next at once, and sends nothing more, when whom it waits for %s', async (_what, id, hidden, happens) => {
  const steps = [id, 'cy'].map((target) => ({ targets: [{ kind: 'person', id: target }], waitMinutes: 30 }));
  const policy = taken(await createEscalationPolicy(caller, { name: `Policy of ${id}`, steps, repeats: 0 }));
  const service = taken(await createService(caller, { name: `Service of ${id}`, tier: 1, policy: policy.id }));
  const access = hidden ? { private: true, visibleTo: ['cy'] } : {};
  const draft = { title: 'Cards fail', severity: 'Critical', services: [service.id], ...access };
  const { number } = taken(await declareIncident(caller, draft));
  await fireIncidentTimer(number, `incident:${number}/paging`);
  expect(await facts(number)).toEqual([`page.called ${id}`]);
  const sent = () => database.delivery.findMany({ where: { incidentNumber: number, personId: id, purpose: 'page' } });
  expect(await sent()).toMatchObject([{ state: 'waiting' }]);

  taken(await happens(id, number));
  expect(await sent()).toMatchObject([{ state: 'withdrawn' }]);
  const stop = startTimers();
  await eventually(async () =>
    expect(await facts(number)).toEqual([`page.called ${id}`, `page.excused ${id}`, 'page.called cy']),
  );
  await stop();
});

it('looks at no page that waits for somebody else', async () => {
  const { number } = taken(await declareIncident(caller, { title: 'Cards fail', severity: 'Low' }));
  taken(await actOnIncident(caller, number, 'page', { about: 'Look', targets: [{ kind: 'person', id: 'cy' }] }));
  const [timer] = await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } });
  await fireIncidentTimer(number, timer?.key ?? '');
  const before = await database.timer.findMany({ where: { kind: 'page' }, orderBy: { key: 'asc' } });
  taken(await changePersonRole(caller, 'eve', { role: 'observer' }));
  expect(await database.timer.findMany({ where: { kind: 'page' }, orderBy: { key: 'asc' } })).toEqual(before);
});
