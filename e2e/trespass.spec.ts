import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Page, type Request } from '@playwright/test';
import { io } from 'socket.io-client';
import { livePath } from '@/lib/live/contract';
import { expectLive } from './fixtures/acts';
import { expect, test } from './fixtures/test';

/** The request by which `page` did an act, to be sent again by somebody else. Every act carries a key of its own. */
async function captured(page: Page, act: () => Promise<void>): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => 'next-action' in each.headers() && /[0-9a-f]{32}/.test(each.postData() ?? '')),
    act(),
  ]);
  return request;
}

/** Sends a captured server action with other cookies or from another place, and answers with what came back. */
async function replay(page: Page, request: Request, headers: Record<string, string> = {}) {
  const {
    'next-action': action = '',
    'content-type': type = '',
    'next-router-state-tree': tree = '',
  } = request.headers();
  // A fresh key: as a new act, not as the old one asked about again.
  const body = (request.postData() ?? '').replace(/[0-9a-f]{32}/, 'f'.repeat(32));
  return page.request.post(request.url(), {
    data: body,
    headers: {
      'next-action': action,
      'content-type': type,
      'next-router-state-tree': tree,
      origin: new URL(request.url()).origin,
      ...headers,
    },
  });
}

test('an act sent from another site, by an observer, or by nobody is refused', async ({
  app,
  enter,
  machine,
  playwright,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The tap drips' });
  const [ada, eve] = await Promise.all([enter('ada', `/incidents/${number}`), enter('eve', `/incidents/${number}`)]);
  await expectLive(ada);
  const joined = async () => (await robot.facts(number)).filter(({ kind }) => kind === 'responder.joined').length;
  const request = await captured(ada, () => ada.getByRole('button', { name: 'Join', exact: true }).click());
  await expect.poll(joined).toBe(1);
  await ada.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(ada.getByRole('button', { name: 'Join', exact: true })).toBeVisible();

  for (const origin of ['https://elsewhere.example', `http://localhost:1`, 'null']) {
    expect((await replay(ada, request, { origin })).status(), origin).toBe(403);
  }
  const observed = await replay(eve, request);
  expect(await observed.text()).toContain('not-allowed');
  const nobody = await playwright.request.newContext({ baseURL: app.url });
  const unknown = await nobody.post(`/incidents/${number}`, {
    data: request.postData() ?? '',
    headers: { 'next-action': request.headers()['next-action'] ?? '', 'content-type': 'text/plain;charset=UTF-8' },
  });
  expect(await unknown.text()).not.toContain('responder.joined');
  await nobody.dispose();
  expect(await joined()).toBe(1);
  // The same request is good where it belongs: so it was refused for the right reason.
  expect(await (await replay(ada, request)).text()).toContain('responder.joined');
  expect(await joined()).toBe(2);

  const watcher = await machine('observer');
  for (const [path, data] of [
    ['', { title: 'I was here', severity: 'Low' }],
    [`/${number}/notes`, { text: 'I was here' }],
    [`/${number}/phase`, { to: 'resolved' }],
  ] as const) {
    expect((await watcher.http.post(`/api/v1/incidents${path}`, { data })).status(), path).toBe(403);
  }
});

test('a page of another site can neither act nor listen in a member’s name', async ({ app, enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The gate squeaks' });
  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  const site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>Cute cats</h1>'));
  await new Promise<void>((resolve) => site.listen(0, resolve));
  const { port } = site.address() as AddressInfo;
  // Another port of the same host is the same site to cookies; another host is not.
  for (const host of ['localhost', '127.0.0.1']) {
    const cats = await ada.context().newPage();
    await cats.goto(`http://${host}:${port}/`);
    const told = await cats.evaluate(
      async ([url, path]) => {
        const form = new FormData();
        form.set('title', 'Free cats');
        form.set('severity', 'Low');
        await fetch(`${url}/declare`, { method: 'POST', body: form, mode: 'no-cors', credentials: 'include' });
        const text = JSON.stringify({ title: 'Free cats', severity: 'Low' });
        await fetch(`${url}/api/v1/incidents`, { method: 'POST', body: text, mode: 'no-cors', credentials: 'include' });
        const read = await fetch(`${url}/api/v1/incidents`, { credentials: 'include' }).then(
          (answer) => answer.text(),
          () => 'unreadable',
        );
        const heard = await new Promise<string>((resolve) => {
          const socket = new WebSocket(`${url?.replace('http', 'ws')}${path}/?EIO=4&transport=websocket`);
          socket.onopen = () => socket.send('40');
          socket.onmessage = ({ data }) => String(data).startsWith('40') && resolve('let in');
          socket.onclose = () => resolve('closed');
          socket.onerror = () => resolve('closed');
        });
        return { read, heard };
      },
      [app.url, livePath],
    );
    expect(told, host).toEqual({ read: 'unreadable', heard: 'closed' });
    await cats.close();
  }
  await new Promise((resolve) => site.close(resolve));
  const { incidents } = (await (await robot.http.get('/api/v1/incidents?q=cats')).json()) as { incidents: unknown[] };
  expect(incidents).toEqual([]);
});

test('every answer carries its guards, and sign-in leads nowhere else', async ({ app, company, page }) => {
  expect(company.tokens.observer).toBeTruthy();
  for (const path of ['/sign-in', '/', '/api/v1/incidents', '/nowhere', '/api/health/live']) {
    const answer = await page.request.get(path);
    expect(answer.headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("script-src 'self' 'nonce-"),
    });
    expect(answer.headers()['x-powered-by']).toBeUndefined();
  }
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?${new URLSearchParams({ next }).toString()}`);
    await page.getByLabel('E-mail').fill('bea@example.com');
    await page.getByLabel('Password', { exact: true }).fill('quarter-hour lantern 7 tide');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(app.url);
  }
});

test('a stranger on the line hears nothing, and nonsense is answered', async ({ app, company }) => {
  const stranger = io(app.url, { path: livePath, transports: ['websocket'], forceNew: true, reconnection: false });
  const why = await new Promise<unknown>((resolve) =>
    stranger.on('connect_error', (error) => resolve((error as { data?: unknown }).data)),
  );
  expect(why).toMatchObject({ refusal: 'not-signed-in' });
  stranger.disconnect();
  const known = io(app.url, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    auth: { token: company.tokens.observer },
  });
  for (const nonsense of [
    null,
    7,
    'board',
    { incident: -1 },
    { incident: '1; drop table fact' },
    { board: false },
    [],
  ]) {
    expect(await known.timeout(5_000).emitWithAck('join', nonsense)).toMatchObject({ ok: false, refusal: 'invalid' });
  }
  expect(await known.timeout(5_000).emitWithAck('join', { board: true })).toMatchObject({ ok: true });
  known.disconnect();
});
