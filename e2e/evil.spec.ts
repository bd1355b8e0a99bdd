import { type Page } from '@playwright/test';
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
