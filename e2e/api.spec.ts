import { expectAccessibleNightAndDay } from './fixtures/axe';
import { expect, test } from './fixtures/test';

test('a program declares over HTTP, once however often it asks, and a room shows it', async ({
  request,
  company,
  enter,
}) => {
  const headers = { authorization: `Bearer ${company.tokens.responder}`, 'idempotency-key': 'declared-once' };
  const data = { title: 'Declared by a program', severity: 'High' };
  const answers = await Promise.all([1, 2, 3].map(() => request.post('/api/v1/incidents', { headers, data })));
  expect(answers.map((answer) => answer.status())).toEqual([201, 201, 201]);
  const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { number: number; url: string }[];
  expect(new Set(bodies.map(({ number }) => number)).size).toBe(1);
  expect(answers[0]?.headers().location).toBe(`/api/v1/incidents/${bodies[0]?.number}`);
  const page = await enter('ada', `/incidents/${bodies[0]?.number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Declared by a program');
});

test('what cannot be answered is refused as a problem document', async ({ request, company }) => {
  const headers = { authorization: `Bearer ${company.tokens.responder}` };
  const refused = [
    [await request.get('/api/v1/incidents'), 401, 'not-signed-in'],
    [await request.get('/api/v1/incidents', { headers: { authorization: 'Bearer qd_wrong' } }), 401, 'not-signed-in'],
    [await request.get('/api/v1/nothing', { headers }), 404, 'not-found'],
    [await request.delete('/api/v1/incidents', { headers }), 405, 'method-not-allowed'],
    [await request.post('/api/v1/incidents', { headers, form: { title: 'x' } }), 415, 'unsupported-media-type'],
    [
      await request.post('/api/v1/incidents', {
        headers: { ...headers, 'content-type': 'application/json' },
        data: Buffer.from('{'),
      }),
      400,
      'malformed',
    ],
    [
      await request.post('/api/v1/incidents', { headers, data: { title: 'x'.repeat(300_000), severity: 'Low' } }),
      413,
      'too-large',
    ],
    [await request.post('/api/v1/incidents', { headers, data: { title: '', severity: 'Low' } }), 422, 'invalid'],
  ] as const;
  for (const [answer, status, code] of refused) {
    expect(answer.status(), code).toBe(status);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status, code });
  }
});

test('the document is there for programs, and a page of it for people', async ({ page, request }) => {
  const described = (await (await request.get('/api/v1/openapi.json')).json()) as { openapi: string };
  expect(described.openapi).toBe('3.1.1');
  await page.goto('/api/v1/docs');
  await expect(page.getByRole('heading', { level: 1, name: 'Quarterdeck API' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Declare an incident' })).toContainText('/incidents');
  await expectAccessibleNightAndDay(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider).toBe(false);
});
