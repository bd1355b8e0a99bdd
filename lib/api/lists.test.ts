import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { database } from '@/lib/store/database';
import { ada, ask, bea, chief, cyr, declare, obs, robot } from './testing/ask';

let hidden = 0;
const open: number[] = [];

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cyr, obs])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  await database.service.create({ data: { id: 'shop', name: 'Shop', tier: 1 } });
  for (let index = 0; index < 7; index += 1)
    open.push(await declare(robot, { title: `Slow ${index}`, severity: 'Medium' }));
  open.push(await declare(robot, { title: 'Shop down', severity: 'Critical', services: ['Shop'] }));
  hidden = await declare(ada, {
    title: 'Leaked keys',
    severity: 'Critical',
    private: true,
    visibleTo: ['bea@example.org'],
  });
  await ask(ada, 'POST', `/incidents/${hidden}/notes`, { text: 'The zanzibar key was in a public log.' });
  await ask(robot, 'POST', `/incidents/${open[0]}/phase`, { to: 'resolved' });
  await ask(robot, 'POST', `/incidents/${open[1]}/command`, { person: 'cyr' });
  await ask(robot, 'POST', `/incidents/${open[2]}/notes`, { text: 'A marmalade jar on the router.' });
});

async function numbers(actor: Actor, query = ''): Promise<number[]> {
  const { body } = await ask(actor, 'GET', `/incidents${query}`);
  return (body.incidents as { number: number }[]).map(({ number }) => number);
}

describe('the list of incidents', () => {
  it('comes newest first, page by page, each once', async () => {
    const pages: number[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await ask(robot, 'GET', `/incidents?limit=3${cursor && `&cursor=${cursor}`}`);
      pages.push((body.incidents as { number: number }[]).map(({ number }) => number));
      cursor = body.next as string | null;
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 2]);
    expect(pages.flat()).toEqual([...open].reverse());
  });

  it.each([
    ['?open=false', () => [open[0]]],
    ['?phase=resolved,closed', () => [open[0]]],
    ['?severity=Critical', () => [open[7]]],
    ['?service=Shop', () => [open[7]]],
    ['?service=shop', () => [open[7]]],
    ['?service=none', () => []],
    ['?commander=cyr@example.org', () => [open[1]]],
    ['?q=marmalade', () => [open[2]]],
    ['?q=zanzibar', () => []],
    ['?declaredBefore=2020-01-01T00:00:00Z', () => []],
    ['?declaredAfter=2020-01-01T00:00:00Z&severity=Critical', () => [open[7]]],
  ] as const)('is narrowed by %s', async (query, expected) => {
    expect(await numbers(robot, query)).toEqual(expected());
  });
});

describe('a private incident', () => {
  it('is listed and found for administrators and the people named on it alone', async () => {
    for (const actor of [ada, bea, chief]) {
      expect(await numbers(actor)).toContain(hidden);
      expect(await numbers(actor, '?q=zanzibar')).toEqual([hidden]);
    }
    for (const actor of [cyr, obs, robot]) {
      expect(await numbers(actor)).not.toContain(hidden);
      expect(await numbers(actor, '?severity=Critical')).not.toContain(hidden);
    }
  });

  it('does not exist for anybody else, whatever they ask', async () => {
    const asked: [string, string, unknown?][] = [
      ['GET', ''],
      ['GET', '/facts'],
      ['GET', '/tasks'],
      ['GET', '/roles'],
      ['GET', '/decisions'],
      ['POST', '/notes', { text: 'x' }],
      ['POST', '/phase', { to: 'resolved' }],
      ['POST', '/command', { person: 'cyr' }],
      ['POST', '/merge', { into: open[3] }],
      ['POST', '/access', { private: false }],
      ['PATCH', '', { title: 'x' }],
    ];
    const { body: missing } = await ask(robot, 'GET', '/incidents/999999');
    for (const actor of [cyr, robot]) {
      for (const [method, path, body] of asked) {
        const told = await ask(actor, method, `/incidents/${hidden}${path}`, body);
        expect(told).toMatchObject({ status: 404, body: { detail: missing.detail } });
      }
      const merged = await ask(actor, 'POST', `/incidents/${open[3]}/merge`, { into: hidden });
      expect(merged).toMatchObject({ status: 404, body: { detail: missing.detail } });
    }
  });

  it('lets only those take part who may see it', async () => {
    const refused = await ask(ada, 'POST', `/incidents/${hidden}/command`, { person: 'cyr' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await ask(ada, 'POST', `/incidents/${hidden}/command`, { person: 'bea' })).toMatchObject({ status: 200 });
  });
});
