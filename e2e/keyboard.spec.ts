import { type Page } from '@playwright/test';
import { expectLive, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const type = (page: Page, text: string) => page.keyboard.type(text);

test('keys are off while typing, leave the browser its own, lead anywhere, and can be switched off', async ({
  enter,
}) => {
  const ada = await enter('ada');
  await expectLive(ada);

  await press(ada, 'g h');
  await expect(ada).toHaveURL(/\/incidents$/);
  await press(ada, 'g b');
  await expect(ada).toHaveURL(/\/$/);

  // With ⌘, Ctrl or Alt they are the browser's, and within a field they are letters.
  for (const keys of ['Control+d', 'Alt+d', 'Meta+d']) await press(ada, keys);
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  await press(ada, 'd');
  const title = ada.getByLabel('What is wrong?');
  await expect(title).toBeFocused();
  await type(ada, 'd?gh');
  await expect(title).toHaveValue('d?gh');
  await expect(ada.getByRole('dialog')).toHaveCount(1);
  await press(ada, 'Escape');

  await press(ada, '?');
  await ada.getByRole('dialog', { name: 'Keys' }).getByLabel('Single keys work').uncheck();
  await press(ada, 'Escape');
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  await press(ada, 'd');
  await press(ada, 'g h');
  // What a chord does shows that the keys before it did nothing.
  await press(ada, 'Control+k');
  await expect(ada.getByRole('dialog', { name: 'Find anything' })).toBeVisible();
  await expect(ada.getByRole('dialog')).toHaveCount(1);
  await expect(ada).toHaveURL(/\/$/);
  await press(ada, 'Escape');
  await ada.reload();
  await expectLive(ada);
  await press(ada, 'd');
  await press(ada, 'Control+k');
  await expect(ada.getByRole('dialog', { name: 'Find anything' })).toBeVisible();
  await expect(ada.getByRole('dialog')).toHaveCount(1);
});

test('what an observer may not do has no key', async ({ enter, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'The door opens by itself' });
  const eve = await enter('eve', `/incidents/${number}`);
  await expectLive(eve);
  for (const key of ['c', 'u', 'n', 't', 'e', 'r', 'h', 's', 'p', 'x']) await press(eve, key);
  await press(eve, '?');
  await expect(eve.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expect(eve.getByRole('dialog')).toHaveCount(1);
  await expect(eve.getByRole('form', { name: 'Update' })).toHaveCount(0);
});
