import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';
import { addNote, row } from './fixtures/timeline';

test('history finds an incident by what was said in it, filters by address, and hides what is private', async ({
  enter,
  machine,
}) => {
  const robot = await machine('administrator');
  const low = await robot.declare({ title: 'Mail is late', severity: 'Low', services: [] });
  await robot.declare({ title: 'Quokka in the vault', severity: 'Low', private: true });
  const page = await enter('bea', `/incidents/${low}`);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await addNote(page, 'The xylophone queue is full');

  await page.goto('/incidents');
  await hydrated(page);
  await page.getByRole('searchbox').fill('xylo');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=xylo/);
  const list = page.getByRole('list', { name: 'Incidents' });
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list.locator('mark')).toHaveText('xylophone');
  await list.getByRole('link', { name: /xylophone queue/ }).click();
  await expect(row(page, 'The xylophone queue is full')).toBeInViewport();

  await page.goto('/incidents?severity=Low');
  await expect(list.getByRole('link', { name: 'Mail is late' })).toBeVisible();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.goto('/incidents?q=quokka');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  const ada = await enter('ada', '/incidents?q=quokka');
  await expect(ada.getByRole('link', { name: 'Quokka in the vault' })).toBeVisible();
});
