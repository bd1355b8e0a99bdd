import { expect, test } from './fixtures/test';
import { hydrated } from './fixtures/hydrated';
import { addNote, row, timeline } from './fixtures/timeline';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64',
);
test('something earlier is added with evidence, corrected and pinned, and the other browser sees all of it', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Cards are refused' });
  const [ada, bea] = [await enter('ada', `/incidents/${number}`), await enter('bea', `/incidents/${number}`)];
  for (const page of [ada, bea]) {
    await expect(page.getByText('live', { exact: true })).toBeVisible();
    await timeline(page).getByRole('link', { name: 'Everything' }).click();
    await expect(page).toHaveURL(/show=everything/);
  }

  await ada.keyboard.press('e');
  const dialog = ada.getByRole('dialog', { name: 'Add an event' });
  await dialog.getByLabel('What happened').fill('Error rate **doubled**');
  await dialog.getByRole('button', { name: 'Earlier' }).click();
  const moment = dialog.getByRole('textbox', { name: 'Moment' });
  await moment.fill('2001-01-01T00:00:00');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'graph.png', mimeType: 'image/png', buffer: png });
  await dialog.getByRole('button', { name: /^Add/ }).last().click();
  await expect(dialog.getByText('That is more than 30 days before the incident began.')).toBeVisible();
  await expect(dialog.getByLabel('What happened')).toHaveValue('Error rate **doubled**');
  const earlier = new Date(Date.now() - 20 * 60_000);
  const wall = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Berlin' });
  await moment.fill(wall.format(earlier).replace(' ', 'T'));
  await dialog.getByRole('button', { name: /^Add/ }).last().click();
  await expect(dialog).toBeHidden();

  for (const page of [ada, bea]) {
    await expect(row(page, 'Error rate doubled').locator('strong')).toHaveText('doubled');
    await expect(row(page, 'Error rate doubled').getByText(/added \d\d:\d\d/)).toBeVisible();
    await expect(timeline(page).getByRole('listitem').last()).toContainText('Error rate doubled');
    await expect(row(page, 'Error rate doubled').getByRole('img', { name: 'graph.png' })).toBeVisible();
  }

  await row(bea, 'Error rate doubled').getByRole('button', { name: 'What to do with this fact' }).click();
  await bea.getByRole('menuitem', { name: 'Correct' }).click();
  await bea.getByRole('dialog').getByLabel('What happened').fill('Error rate tripled');
  await bea.getByRole('button', { name: 'Correct' }).click();
  const corrected = row(ada, 'Error rate tripled');
  await expect(corrected).toBeVisible();
  await corrected.getByText('Corrected; what it said before').click();
  await expect(corrected).toContainText('Error rate doubled');

  await corrected.getByRole('button', { name: 'What to do with this fact' }).click();
  await ada.getByRole('menuitem', { name: 'Pin' }).click();
  await expect(row(bea, 'Error rate tripled').getByLabel('Pinned')).toBeVisible();
  await timeline(bea).getByRole('link', { name: 'Key moments' }).click();
  await expect(row(bea, 'Error rate tripled')).toBeVisible();
  await expect(row(bea, 'corrected an event')).toHaveCount(0);
});

test('filters stand in the address, say how many they hide, and survive a reload and the back button', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Search is slow', severity: 'Medium' });
  const page = await enter('ada', `/incidents/${number}`);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await addNote(page, 'The vacuum blocks the index');
  await addNote(page, 'Nothing to do with it');
  await expect(timeline(page).getByText('2 hidden').first()).toBeVisible();
  await expect(row(page, 'The vacuum')).toHaveCount(0);

  await timeline(page).getByRole('searchbox').fill('vac');
  await timeline(page).getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=vac/);
  await expect(row(page, 'The vacuum')).toBeVisible();
  await expect(row(page, 'Nothing to do')).toHaveCount(0);
  await page.reload();
  await hydrated(page);
  await expect(row(page, 'The vacuum')).toBeVisible();
  await expect(
    timeline(page)
      .getByText(/^\d hidden/)
      .first(),
  ).toBeVisible();

  await timeline(page).getByRole('button', { name: 'Filter by kind and person' }).click();
  await page.getByRole('checkbox', { name: 'Tasks' }).click();
  await expect(page).toHaveURL(/kind=tasks/);
  await expect(timeline(page).getByText('Nothing here matches.')).toBeVisible();
  await page.goBack();
  await expect(row(page, 'The vacuum')).toBeVisible();
  await page.keyboard.press('Escape');
  await timeline(page).getByRole('button', { name: 'Clear' }).click();
  await expect(row(page, 'Nothing to do')).toBeVisible();
});
