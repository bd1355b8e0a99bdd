import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

async function fetchFile(page: Page, format: 'CSV' | 'JSON'): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: format, exact: true }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe(`quarterdeck-audit.${format.toLowerCase()}`);
  return readFile(await file.path(), 'utf8');
}

test('an administrator filters the audit log by address and takes what it shows as a file', async ({ enter }) => {
  test.setTimeout(60_000);
  const ada = await enter('ada', '/roles');
  await hydrated(ada);
  await ada.getByRole('button', { name: 'Add a role' }).click();
  const role = ada.getByRole('dialog', { name: 'Add a role' });
  await role.getByLabel('Name').fill('Night porter');
  await role.getByLabel('Instructions').fill('Open the door for "everyone", at once.');
  await role.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(ada.getByRole('heading', { name: 'Night porter' })).toBeVisible();

  await ada.goto('/audit');
  await hydrated(ada);
  const entries = ada.getByRole('list', { name: 'Audit log' }).getByRole('listitem');
  await expect(entries.first()).toContainText('Ada King added the role');
  const all = await entries.count();
  expect(all).toBeGreaterThan(5);

  await ada.getByLabel('What').selectOption({ label: 'Role of command added' });
  await ada.getByRole('button', { name: 'Filter' }).click();
  await expect(ada).toHaveURL(/kind=role\.created/);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Night porter');

  const csv = (await fetchFile(ada, 'CSV')).split('\r\n').filter(Boolean);
  expect(csv).toHaveLength(2);
  expect(csv[0]).toBe('recordedAt,actorKind,actorId,actorName,kind,sentence,stream,seq,data');
  expect(csv[1]).toContain(',person,ada,Ada King,role.created,');
  const json = JSON.parse(await fetchFile(ada, 'JSON')) as { kind: string; actor: { name: string } }[];
  expect(json).toMatchObject([{ kind: 'role.created', actor: { name: 'Ada King' } }]);

  await ada.getByRole('link', { name: 'Clear' }).click();
  await expect(entries).toHaveCount(all);
  const whole = JSON.parse(await fetchFile(ada, 'JSON')) as object[];
  expect(whole).toHaveLength(all);
  await ada.getByLabel('By or about').selectOption({ label: 'Bea Lind' });
  await ada.getByRole('button', { name: 'Filter' }).click();
  await expect(ada).toHaveURL(/person=bea/);
  await expect(entries.first()).toContainText('Bea Lind');
  await expect(entries.filter({ hasNotText: 'Bea Lind' })).toHaveCount(0);
  await ada.getByRole('searchbox', { name: 'Text' }).fill('night porter');
  await ada.getByLabel('By or about').selectOption({ label: 'Anyone' });
  await ada.getByRole('searchbox', { name: 'Text' }).press('Enter');
  await expect(entries).toHaveCount(1);
  await ada.getByLabel('From').fill('2001-01-01');
  await ada.getByLabel('To').fill('2001-12-31');
  await ada.getByRole('button', { name: 'Filter' }).click();
  await expect(ada.getByText('Nothing was recorded that fits')).toBeVisible();
});

test('nobody else reads it: not the page, not the file, not by a token, and no screen leads there', async ({
  enter,
  machine,
  playwright,
  baseURL,
}) => {
  for (const who of ['bea', 'eve'] as const) {
    const page = await enter(who);
    const answer = await page.goto('/audit');
    expect(answer?.status(), who).toBe(404);
    await expect(page.getByText('came aboard')).toHaveCount(0);
    for (const format of ['csv', 'json']) {
      const file = await page.request.get(`/audit/export?format=${format}`);
      expect(file.status(), who).toBe(403);
      expect(await file.text()).toBe('Only administrators read the audit log.');
    }
    for (const from of ['/', '/settings/account', '/people']) {
      await page.goto(from);
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.locator('a[href^="/audit"]')).toHaveCount(0);
    }
  }
  for (const role of ['responder', 'observer'] as const) {
    expect((await (await machine(role)).http.get('/audit/export')).status()).toBe(403);
  }
  expect((await (await machine('administrator')).http.get('/audit/export')).status()).toBe(200);
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.get('/audit/export')).status()).toBe(401);
  await stranger.dispose();
});
