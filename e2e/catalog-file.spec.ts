import { readFileSync } from 'node:fs';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test('an administrator downloads the catalog, changes it, sees what would change, and takes it in', async ({
  enter,
}) => {
  const ada = await enter('ada', '/catalog-file');
  await hydrated(ada);
  const [download] = await Promise.all([
    ada.waitForEvent('download'),
    ada.getByRole('link', { name: 'Download the catalog' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('- name: Checkout');
  expect(text).toContain('- cy@example.com');

  const upload = (words: string) =>
    ada.getByLabel('Import a file').setInputFiles({
      name: 'catalog.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(words),
    });
  const see = ada.getByRole('button', { name: 'See what would change' });
  await upload(text);
  await expect(ada.getByLabel('Or paste it')).toHaveValue(text);
  await see.click();
  await expect(ada.getByText('Nothing would change: the catalog says this already.')).toBeVisible();

  const wrong = 'version: 1\nservices:\n  - name: Kiosk\n    tier: 3\n    dependencies: [Checkuot]\n    colour: red\n';
  await ada.getByLabel('Or paste it').fill(wrong);
  await see.click();
  const faults = ada.getByRole('region', { name: 'Import' }).getByRole('alert');
  await expect(faults).toContainText('line 6, column 5');
  await expect(faults).toContainText('colour: Nobody knows of this key.');
  await expectAccessibleNightAndDay(ada);
  await ada.getByLabel('Or paste it').fill(wrong.replace('    colour: red\n', ''));
  await see.click();
  await expect(faults).toContainText('line 5, column 20');
  await expect(faults).toContainText('There is no service called Checkuot.');
  await faults.getByRole('button', { name: 'line 5, column 20' }).click();
  const area = ada.getByLabel('Or paste it');
  await expect(area).toBeFocused();
  const marked = (field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd);
  expect(await area.evaluate(marked)).toBe('Checkuot]');

  const right = 'version: 1\nservices:\n  - name: Kiosk\n    tier: 3\n    dependencies: [Checkout]\n';
  await ada.getByLabel('Or paste it').fill(right);
  await see.click();
  const changes = ada.getByRole('list', { name: 'What would change' }).getByRole('listitem');
  await expect(changes).toHaveText([/add\s*service\s*Kiosk/]);
  await expectAccessibleNightAndDay(ada);
  await ada.getByRole('button', { name: 'Make this change' }).click();
  await expect(ada.getByText('One change is made')).toBeVisible();
  await ada.goto('/services/kiosk');
  await expect(ada.getByRole('region', { name: 'Needs' })).toContainText('Checkout');
});

test('whoever is no administrator reads it, and machines keep it in git', async ({ enter, machine }) => {
  const eve = await enter('eve', '/catalog-file', { viewport: { width: 390, height: 844 } });
  await hydrated(eve);
  await expect(eve.getByRole('link', { name: 'Download the catalog' })).toBeVisible();
  await expect(eve.getByLabel('Import a file')).toHaveCount(0);
  await expectAccessibleNightAndDay(eve);
  const [robot, chief] = await Promise.all([machine('responder'), machine('administrator')]);
  const text = await (await robot.http.get('/api/v1/catalog.yaml')).text();
  const put = (by: typeof robot, data: string, query = '') =>
    by.http.put(`/api/v1/catalog.yaml${query}`, { data, headers: { 'content-type': 'application/yaml' } });
  expect((await put(robot, text)).status()).toBe(403);
  expect(await (await put(chief, text)).json()).toEqual({ dryRun: false, changes: [] });
  const changed = text.replace('name: Checkout\n', 'name: Checkout\n    description: Sells.\n');
  const change = { act: 'changed', what: 'service', name: 'Checkout', fields: ['description'] };
  expect(await (await put(chief, changed, '?dry-run=1')).json()).toEqual({ dryRun: true, changes: [change] });
  expect(await (await robot.http.get('/api/v1/catalog.yaml')).text()).toBe(text);
  expect(await (await put(chief, changed)).json()).toEqual({ dryRun: false, changes: [change] });
  const broken = await put(chief, 'version: 1\nteams: [');
  expect(broken.status()).toBe(422);
  expect(await broken.json()).toMatchObject({ code: 'invalid' });
});
