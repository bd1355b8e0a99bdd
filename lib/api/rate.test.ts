import { expect, it, vi } from 'vitest';

it('counts each caller alone, and tells one who asks too much when to come back', async () => {
  vi.stubEnv('API_REQUESTS_PER_MINUTE', '3');
  const { ask, robot, watcher } = await import('./testing/ask');
  for (const left of [2, 1, 0]) {
    const { status, headers } = await ask(robot, 'GET', '/me');
    expect(status).toBe(200);
    expect(headers.get('ratelimit')).toMatch(new RegExp(`^"minute";r=${left};t=\\d+$`));
  }
  const told = await ask(robot, 'GET', '/me');
  expect(told).toMatchObject({ status: 429, body: { code: 'too-many', status: 429 } });
  expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(told.headers.get('ratelimit-policy')).toBe('"minute";q=3;w=60');
  expect(await ask(watcher, 'GET', '/me')).toMatchObject({ status: 200 });
});
