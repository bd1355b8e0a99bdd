import { beforeAll, expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { ada, ask, bea, chief, declare, robot } from './testing/ask';

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
});

const keyed = (key: string) => ({ 'idempotency-key': key });
const count = (title: string) => database.incident.count({ where: { title } });

it('does a request once that comes many times at once, and answers all alike', async () => {
  const body = { title: 'Declared in a storm', severity: 'High' };
  const told = await Promise.all(
    Array.from({ length: 12 }, () => ask(robot, 'POST', '/incidents', body, keyed('storm'))),
  );
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201]));
  for (const { body: each } of told) expect(each).toEqual(told[0]?.body);
  expect(await count(body.title)).toBe(1);
});

it('answers a retry the same although the incident has moved on', async () => {
  const number = await declare(robot);
  const note = { text: 'Noted once.' };
  const first = await ask(robot, 'POST', `/incidents/${number}/notes`, note, keyed('note'));
  await ask(robot, 'POST', `/incidents/${number}/notes`, { text: 'Another.' });
  const again = await ask(robot, 'POST', `/incidents/${number}/notes`, note, keyed('note'));
  expect(again).toMatchObject({ status: 201, body: first.body });
  const { body } = await ask(robot, 'GET', `/incidents/${number}/facts?kind=note.added`);
  expect(body.facts).toHaveLength(2);
});

it('refuses a key used for something else, with another body or at another address', async () => {
  const number = await declare(robot);
  expect(await ask(robot, 'POST', `/incidents/${number}/notes`, { text: 'a' }, keyed('k'))).toMatchObject({
    status: 201,
  });
  const problem = { status: 409, body: { code: 'conflict' } };
  expect(await ask(robot, 'POST', `/incidents/${number}/notes`, { text: 'b' }, keyed('k'))).toMatchObject(problem);
  expect(await ask(robot, 'POST', `/incidents/${number}/help`, { reason: 'a' }, keyed('k'))).toMatchObject(problem);
});

it('keeps the keys of different callers apart, and does not keep refusals', async () => {
  const body = { title: 'The same key twice', severity: 'Low' };
  await ask(robot, 'POST', '/incidents', body, keyed('mine'));
  await ask(chief, 'POST', '/incidents', body, keyed('mine'));
  expect(await count(body.title)).toBe(2);
  const number = await declare(robot);
  const wrong = await ask(robot, 'POST', `/incidents/${number}/phase`, { to: 'closed' }, keyed('phase'));
  expect(wrong).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
  await ask(robot, 'POST', `/incidents/${number}/phase`, { to: 'resolved' });
  expect(await ask(robot, 'POST', `/incidents/${number}/phase`, { to: 'closed' }, keyed('phase'))).toMatchObject({
    status: 200,
  });
});

it.each(['', ' ', 'two words', 'é', 'x'.repeat(201)])('does not take %j as a key', async (key) => {
  const told = await ask(robot, 'POST', '/incidents', { title: 'x', severity: 'Low' }, keyed(key));
  expect(told).toMatchObject({ status: 422, body: { fields: { 'Idempotency-Key': expect.any(String) as string } } });
});

it('puts one of two racing people in command', async () => {
  const number = await declare(robot);
  const told = await Promise.all([ada, bea].map((actor) => ask(actor, 'POST', `/incidents/${number}/command`)));
  expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
});
