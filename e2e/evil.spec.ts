import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Page, type Request } from '@playwright/test';
import { io } from 'socket.io-client';
import { livePath } from '@/lib/live/contract';
import { expectLive, postUpdate, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const attack = `"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>`;
const markdown = `${attack}\n\n[click](javascript:window.pwned=1) ![p](https://elsewhere.example/spy.png) <svg onload="window.pwned=1">`;

/** Fails if anything of the attack became more than text. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'pwned' in window), page.url()).toBe(false);
  const doubtful = page.locator(
    'a[href^="javascript:" i], img[src="x"], img[src*="elsewhere.example"], [onerror], [onload]',
  );
  await expect(doubtful).toHaveCount(0);
}

/** The request by which `page` did something, to be sent again by somebody else. */
async function captured(page: Page, act: () => Promise<void>): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST' && 'next-action' in each.headers()),
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

test('what is typed stays text: in titles, updates, notes, tasks, decisions and names', async ({
  app,
  enter,
  machine,
}) => {
  const refused: string[] = [];
  await app.query(`update person set name = $1 where id = 'di'`, [`Di ${attack}`]);
  await app.query(`update service set name = $1 where id = 'checkout'`, [`Checkout ${attack}`]);
  const robot = await machine('responder');
  const number = await robot.declare({
    title: attack,
    severity: 'Critical',
    summary: markdown,
    services: ['checkout'],
  });
  await robot.post(`/${number}/notes`, { text: markdown });
  await robot.post(`/${number}/tasks`, { title: attack, assignee: 'di@example.com', boxMinutes: 5 });
  await robot.post(`/${number}/decisions`, { text: attack });
  const link = { name: attack, type: 'text/html', size: null, fileId: null, href: 'javascript:window.pwned=1' };
  const linked = await robot.http.post(`/api/v1/incidents/${number}/notes`, {
    data: { text: 'see', attachment: link },
  });
  expect(linked.status()).toBe(422);

  const di = await enter('di', `/incidents/${number}?show=everything`);
  di.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
  await expectLive(di);
  await press(di, 'c');
  await postUpdate(di, { Status: attack, Actions: markdown, Next: attack });
  await expect(di.getByRole('region', { name: 'Now' })).toContainText('onerror');
  await expectHarmless(di);
  await di.getByRole('button', { name: 'Hand over' }).first().click();
  await expectHarmless(di);
  await press(di, 'Escape');
  for (const path of ['/', '/incidents', '/people', '/services', '/services/checkout', '/teams', '/cadence']) {
    await di.goto(path);
    await expect(di.getByRole('main')).toBeVisible();
    await expectHarmless(di);
  }
  await press(di, 'Control+k');
  await di.getByPlaceholder(/Find an incident/).fill('onerror');
  await expect(di.getByRole('option').filter({ hasText: 'onerror' }).first()).toBeVisible();
  await expectHarmless(di);
  await press(di, 'Escape');
  await di.getByRole('button', { name: /^Notices/ }).click();
  await expect(di.getByRole('dialog', { name: 'Notices' })).toContainText('onerror');
  await expectHarmless(di);
  expect(refused).toEqual([]);

  // Files for other programs: no formula, no page.
  await robot.post(`/${number}/notes`, { text: '=HYPERLINK("https://elsewhere.example")' });
  for (const format of ['csv', 'md', 'json']) {
    const file = await di.request.get(`/incidents/${number}/export?format=${format}`);
    expect(file.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(file.headers()['content-disposition']).toMatch(/^attachment/);
    expect(file.headers()['content-type']).not.toContain('html');
    if (format === 'csv') expect(await file.text()).not.toMatch(/(^|,)"?[=@]/m);
  }
});

test('absurd lengths are refused in words, and break nothing', async ({ enter, machine, request, company }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'a'.repeat(200) });
  const post = (path: string, data: unknown) =>
    robot.http.post(`/api/v1/incidents${path}`, {
      data: JSON.stringify(data),
      headers: { 'content-type': 'application/json' },
    });
  expect((await post('', { title: 'a'.repeat(201), severity: 'High' })).status()).toBe(422);
  expect((await post('', { title: ' ', severity: 'High' })).status()).toBe(422);
  expect((await post(`/${number}/notes`, { text: 'a'.repeat(10_001) })).status()).toBe(422);
  expect((await post(`/${number}/notes`, { text: 'a'.repeat(3_000_000) })).status()).toBe(413);
  expect((await post(`/99999999999999999999/notes`, { text: 'a' })).status()).toBe(404);
  expect((await post('', { title: 'nul \0 byte', severity: 'High' })).status()).toBeLessThan(500);
  expect((await post('', { title: 'a', severity: 'High', services: Array(1_000).fill('x') })).status()).toBe(422);
  const deep = await robot.http.post(`/api/v1/incidents`, {
    data: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    headers: { 'content-type': 'application/json' },
  });
  expect(deep.status()).toBeLessThan(500);
  const long = await request.get(`/incidents?q=${'a'.repeat(6_000)}`, {
    headers: { cookie: (await company.session('ada')).cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  expect(long.status()).toBeLessThan(500);

  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  await press(ada, 'i t');
  const rename = ada.getByRole('dialog', { name: /Rename/ });
  const field = rename.getByRole('textbox').first();
  await field.evaluate((input) => input.removeAttribute('maxlength'));
  await field.fill('b'.repeat(5_000));
  await rename.getByRole('button', { name: 'Save' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue('b'.repeat(5_000));
});

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

test('evidence can do nothing in the browser that opens it', async ({ enter, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'The roof leaks' });
  const ada = await enter('ada');
  const keep = (name: string, bytes: string, type: string) =>
    ada.request.post(`/evidence?incident=${number}&name=${encodeURIComponent(name)}`, {
      data: Buffer.from(bytes, 'latin1'),
      headers: { 'content-type': type },
    });
  const page = '<html><script>window.pwned=1</script></html>';
  const kept = await keep('page.html', page, 'text/html');
  await expect(kept).toBeOK();
  const { fileId, type } = (await kept.json()) as { fileId: string; type: string };
  expect(type).toBe('text/plain');
  const opened = await ada.goto(`/evidence/${fileId}`);
  expect(opened?.headers()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-type': 'text/plain; charset=utf-8',
  });
  expect(opened?.headers()['content-security-policy']).toContain('sandbox');
  await expect(ada.getByText('window.pwned=1')).toBeVisible();
  await expectHarmless(ada);
  const svg = await keep('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="window.pwned=1"/>', 'image/svg+xml');
  expect(((await svg.json()) as { type: string }).type).toBe('text/plain');
  expect((await keep('a.png', '\0\x01\x02', 'image/png')).status()).toBe(422);
  expect((await keep('big.txt', 'a'.repeat(10 * 1024 * 1024 + 1), 'text/plain')).status()).toBe(413);
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
