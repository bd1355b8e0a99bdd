import { expect, test } from './fixtures/test';

test('the app is live and ready, and says so to machines', async ({ request }) => {
  await expect(await request.get('/api/health/live')).toBeOK();
  const ready = await request.get('/api/health/ready');
  expect(await ready.json()).toEqual({ status: 'ok', database: 'ok' });
});

test('metrics do not exist where no token is set', async ({ request }) => {
  expect((await request.get('/api/metrics')).status()).toBe(404);
});

test('a page runs its scripts under a policy with a fresh nonce, and nothing is refused', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const policies: string[] = [];
  for (let visit = 0; visit < 2; visit++) {
    const response = await page.goto('/styleguide');
    expect(response?.status()).toBe(200);
    policies.push(response?.headers()['content-security-policy'] ?? '');
  }
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-/);
  expect(policies[0]).not.toBe(policies[1]);
  expect(complaints).toEqual([]);
});

test('a killed app comes back to the same database, and its clock can be moved', async ({ app, request, clock }) => {
  const readClock = async () => {
    const [row] = await app.query<{ now: Date }>('select app_now() as now');
    return row?.now.getTime() ?? 0;
  };
  await clock.advance(15 * 60_000);
  expect((await readClock()) - Date.now()).toBeGreaterThan(14 * 60_000);
  await app.kill();
  await app.start();
  await expect(await request.get('/api/health/ready')).toBeOK();
  expect((await readClock()) - Date.now()).toBeGreaterThan(14 * 60_000);
});

test('a form sent from another site is refused', async ({ request }) => {
  const answer = await request.post('/', { headers: { cookie: 'a=b', origin: 'https://elsewhere.example' } });
  expect(answer.status()).toBe(403);
});
