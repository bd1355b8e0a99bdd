import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { refusalCodes, statusOf } from '@/lib/core/refusal';
import { mostBytes } from './body';
import { answerRefusal, problemStatus, titles } from './problem';
import { type Told, ada, ask, bea, chief, cyr, declare, obs, robot, watcher } from './testing/ask';

let number = 0;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cyr, obs])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  number = await declare(robot);
});

function expectProblem(told: Told, status: number, code: string): Told {
  expect(told.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(told).toMatchObject({ status, body: { status, code, title: expect.any(String) as string } });
  expect(String(told.body.detail).length).toBeGreaterThan(5);
  expect(told.body.type).toBe(`/api/v1/docs#${code}`);
  return told;
}

const at = (path = '') => `/incidents/${number}${path}`;

it.each(['team', 'description', 'dependencies'])(
  'refuses in the %s of a service what cannot be kept',
  async (field) => {
    const text = 'a\0b';
    const draft = { name: 'Search', tier: 2, [field]: field === 'dependencies' ? [text] : text };
    expectProblem(await ask(chief, 'POST', '/services', draft), 422, 'invalid');
  },
);

describe('what only HTTP can refuse', () => {
  it('does not know an address, or not with this method', async () => {
    expectProblem(await ask(robot, 'GET', '/nothing'), 404, 'not-found');
    expectProblem(await ask(robot, 'GET', '/incidents/1/2/3/4/5/6'), 404, 'not-found');
    const told = expectProblem(await ask(robot, 'DELETE', '/incidents'), 405, 'method-not-allowed');
    expect(told.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(await ask(null, 'OPTIONS', '/incidents')).toMatchObject({ status: 204 });
  });

  it('wants to know who asks', async () => {
    const told = expectProblem(await ask(null, 'GET', '/incidents'), 401, 'not-signed-in');
    expect(told.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(['{"title":', '[1]', '"text"', 'null', ''])('cannot read %j as a JSON object', async (body) => {
    const told = await ask(robot, 'POST', '/incidents', body);
    if (body === '') expectProblem(told, 422, 'invalid');
    else expectProblem(told, 400, 'malformed');
  });

  it('takes JSON alone, and 256 KB of it at most, whether it says its length or not', async () => {
    const form = await ask(robot, 'POST', '/incidents', 'title=x', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expectProblem(form, 415, 'unsupported-media-type');
    const large = JSON.stringify({ title: 'x', severity: 'High', summary: 'y'.repeat(mostBytes) });
    expectProblem(await ask(robot, 'POST', '/incidents', large), 413, 'too-large');
    expectProblem(
      await ask(robot, 'POST', '/incidents', '{}', { 'content-length': `${mostBytes + 1}` }),
      413,
      'too-large',
    );
  });

  it('lets a session write from our own pages alone', async () => {
    const cookie = { authorization: '' };
    const send = (headers: Record<string, string>) => {
      const { authorization: _none, ...rest } = { ...cookie, ...headers };
      return askWithoutToken(rest);
    };
    expectProblem(await send({}), 403, 'not-allowed');
    expectProblem(await send({ origin: 'https://evil.example' }), 403, 'not-allowed');
    expectProblem(await send({ origin: 'null' }), 403, 'not-allowed');
    expect(await send({ origin: 'http://localhost:3000' })).toMatchObject({ status: 201 });
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 201 });
  });
});

async function askWithoutToken(headers: Record<string, string>): Promise<Told> {
  const { answer } = await import('./answer');
  const request = new Request(`http://localhost:3000/api/v1/incidents/${number}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text: 'By a session.' }),
  });
  const response = await answer(request, () => Promise.resolve(bea));
  return { status: response.status, headers: response.headers, body: (await response.json()) as Told['body'] };
}

describe('what the rules refuse', () => {
  it('names each wrong field, and those it does not know', async () => {
    const told = await ask(robot, 'POST', '/incidents', { title: ' ', severity: 'Bad' });
    expectProblem(told, 422, 'invalid');
    expect(Object.keys(told.body.fields as object).sort()).toEqual(['severity', 'title']);
    const misspelt = await ask(robot, 'POST', '/incidents', { title: 'x', serverity: 'High' });
    expect(expectProblem(misspelt, 422, 'invalid').body.fields).toHaveProperty('serverity');
    const future = { title: 'x', severity: 'High', startedAt: '2999-01-01T00:00:00Z' };
    expect(expectProblem(await ask(robot, 'POST', '/incidents', future), 422, 'invalid').body.fields).toHaveProperty(
      'startedAt',
    );
    const unknown = { title: 'x', severity: 'High', services: ['no-such'] };
    expect(expectProblem(await ask(robot, 'POST', '/incidents', unknown), 422, 'invalid').body.fields).toHaveProperty(
      'services',
    );
  });

  it.each([['?limit=0'], ['?limit=x'], ['?severity=Bad'], ['?cursor=zzz'], ['?offset=3'], ['?open=maybe']])(
    'does not take the query %s',
    async (query) => {
      expectProblem(await ask(robot, 'GET', `/incidents${query}`), 422, 'invalid');
    },
  );

  it.each(['0', '-1', '1.5', 'x', '99999999999', '424242'])('finds no incident %s', async (text) => {
    expectProblem(await ask(robot, 'GET', `/incidents/${text}`), 404, 'not-found');
    expectProblem(await ask(robot, 'GET', `/incidents/${text}/facts`), 404, 'not-found');
    expectProblem(await ask(robot, 'GET', `/incidents/${text}/tasks`), 404, 'not-found');
    expectProblem(await ask(robot, 'POST', `/incidents/${text}/notes`, { text: 'x' }), 404, 'not-found');
    expectProblem(await ask(robot, 'POST', `/incidents/${text}/merge`, { into: number }), 404, 'not-found');
    expectProblem(await ask(robot, 'POST', `/incidents/${text}/command`, { person: 'bea' }), 404, 'not-found');
  });

  it('lets observers read and change nothing, people or tokens', async () => {
    for (const observer of [obs, watcher]) {
      expect(await ask(observer, 'GET', at())).toMatchObject({ status: 200 });
      expectProblem(await ask(observer, 'POST', at('/notes'), { text: 'x' }), 403, 'not-allowed');
      expectProblem(await ask(observer, 'POST', '/incidents', { title: 'x', severity: 'Low' }), 403, 'not-allowed');
    }
  });

  it('keeps for people what only people can do', async () => {
    expectProblem(await ask(chief, 'POST', at('/roles/commander/take')), 403, 'not-allowed');
    expectProblem(await ask(chief, 'POST', at('/join')), 403, 'not-allowed');
    expectProblem(await ask(chief, 'POST', at('/updates/no-change'), { estimate: null }), 403, 'not-allowed');
    expectProblem(await ask(robot, 'POST', at('/command')), 422, 'invalid');
  });

  it('has one commander: the second is told who it is', async () => {
    const own = await declare(robot);
    expect(await ask(bea, 'POST', `/incidents/${own}/command`)).toMatchObject({ status: 200 });
    expectProblem(await ask(cyr, 'POST', `/incidents/${own}/command`), 409, 'taken');
    expectProblem(await ask(robot, 'POST', `/incidents/${own}/command`, { person: 'bea' }), 409, 'conflict');
    expectProblem(await ask(robot, 'POST', `/incidents/${own}/command`, { person: 'obs' }), 403, 'not-allowed');
    expectProblem(
      await ask(robot, 'POST', `/incidents/${own}/command`, { person: 'nobody@example.org' }),
      404,
      'not-found',
    );
  });

  it('knows the legal moves, asks for reasons, and notices what changed meanwhile', async () => {
    const own = await declare(robot);
    const phase = (body: object) => ask(robot, 'POST', `/incidents/${own}/phase`, body);
    expectProblem(await phase({ to: 'closed' }), 409, 'illegal-move');
    expectProblem(await phase({ to: 'cancelled' }), 422, 'needs-reason');
    expectProblem(await phase({ to: 'monitoring', from: 'identified' }), 409, 'changed-meanwhile');
    expectProblem(await ask(robot, 'POST', `/incidents/${own}/severity`, { to: 'Low' }), 422, 'needs-reason');
    const update = { status: 'a', actions: 'b', next: 'c', estimate: null };
    expect(await ask(robot, 'POST', `/incidents/${own}/updates`, { ...update, seen: 0 })).toMatchObject({
      status: 201,
    });
    expectProblem(
      await ask(robot, 'POST', `/incidents/${own}/updates`, { ...update, seen: 0 }),
      409,
      'changed-meanwhile',
    );
    expectProblem(
      await ask(robot, 'POST', `/incidents/${own}/updates`, { ...update, estimate: 'soon' }),
      422,
      'invalid',
    );
    expect(await phase({ to: 'resolved' })).toMatchObject({ status: 200 });
    expectProblem(
      await ask(robot, 'POST', `/incidents/${own}/tasks`, { title: 'x', assignee: 'bea', boxMinutes: 5 }),
      409,
      'illegal-move',
    );
    await database.$executeRaw`update incident set state = jsonb_set(state, '{endedAt}', '"2020-01-01T00:00:00.000Z"') where number = ${own}`;
    expectProblem(await phase({ to: 'investigating', reason: 'It is back.' }), 410, 'expired');
  });

  it.each(refusalCodes.map((code) => [code, statusOf[code]] as const))(
    'answers the refusal %s with %i',
    async (code, status) => {
      const response = answerRefusal({ refusal: code, message: 'Because.', fields: { title: 'Why.' } });
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({
        type: `/api/v1/docs#${code}`,
        title: titles[code],
        status: problemStatus[code],
        detail: 'Because.',
        code,
        fields: { title: 'Why.' },
      });
    },
  );
});
