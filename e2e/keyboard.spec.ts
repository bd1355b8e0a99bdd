import { type Page } from '@playwright/test';
import { expectLive, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';
import { row } from './fixtures/timeline';

const type = (page: Page, text: string) => page.keyboard.type(text);
const room = (page: Page, name: string) => page.getByRole('region', { name });

test('the whole main job is done without a mouse', async ({ enter, machine }) => {
  test.setTimeout(120_000);
  const ada = await enter('ada');
  await expectLive(ada);

  // Declare: the title has the focus, arrows choose how bad it is.
  await press(ada, 'd');
  await expect(ada.getByLabel('What is wrong?')).toBeFocused();
  await type(ada, 'Parcels are sent twice');
  await press(ada, 'Tab ArrowUp');
  await expect(ada.getByRole('radio', { name: /^Low/ })).toBeChecked();
  await press(ada, 'ArrowUp ArrowUp');
  await expect(ada.getByRole('radio', { name: /^High/ })).toBeChecked();
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('heading', { name: 'Parcels are sent twice' })).toBeVisible();
  await expectLive(ada);

  await press(ada, 'c');
  await expect(ada.getByText('Ada King commands')).toBeVisible();

  // Update: the first field has the focus; letters that are keys are letters here.
  await press(ada, 'u');
  await expect(ada.getByLabel('Status', { exact: true })).toBeFocused();
  await type(ada, 'duplicates: texpd');
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  await press(ada, 'Tab');
  await type(ada, 'Stop the printer.');
  await press(ada, 'Tab');
  await type(ada, 'Count what went out.');
  await press(ada, 'Tab Space');
  await press(ada, 'Control+Enter');
  await expect(room(ada, 'Now').getByText('duplicates: texpd')).toBeVisible();

  // Task: the person is found by typing.
  await press(ada, 't');
  await expect(ada.getByLabel('What is to be done')).toBeFocused();
  await type(ada, 'Stop the label printer');
  await press(ada, 'Tab Enter');
  await type(ada, 'Cy');
  await press(ada, 'Enter');
  await expect(ada.getByRole('button', { name: 'By whom' })).toHaveText(/Cy Tan/);
  await press(ada, 'Control+Enter');
  await expect(room(ada, 'Tasks').getByText('Stop the label printer')).toBeVisible();

  // Event.
  await press(ada, 'e');
  await expect(ada.getByLabel('What happened', { exact: true })).toBeFocused();
  await type(ada, 'The printer was restarted at noon.');
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('dialog')).toHaveCount(0);

  // Severity, raised in one act; phase, the likeliest is chosen already; decision.
  await press(ada, 's');
  await expect(ada.getByRole('radio', { name: /^High/ })).toBeFocused();
  await press(ada, 'ArrowUp Control+Enter');
  await expect(ada.getByRole('button', { name: /^Critical/ })).toBeVisible();
  await press(ada, 'p');
  await expect(ada.getByRole('radio', { name: 'investigating' })).toBeChecked();
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('list', { name: 'Life of the incident' })).toContainText('investigating');
  await press(ada, 'x');
  await expect(ada.getByLabel('We will')).toBeFocused();
  await type(ada, 'print nothing until five');
  await press(ada, 'Control+Enter');
  await expect(room(ada, 'Decisions').getByText('print nothing until five')).toBeVisible();

  // Palette: every verb is in it.
  await press(ada, 'Control+k');
  await type(ada, 'rename');
  await expect(ada.getByRole('option', { name: /Rename the incident/ })).toHaveAttribute('aria-selected', 'true');
  await press(ada, 'Enter');
  await expect(ada.getByRole('dialog', { name: /Rename/ })).toBeVisible();
  await press(ada, 'Escape');
  await expect(ada.getByRole('dialog')).toHaveCount(0);

  // Help lists the keys.
  await press(ada, '?');
  await expect(ada.getByRole('dialog', { name: 'Keys' })).toContainText('Take or assign a role');
  await press(ada, 'Escape');

  const facts = await (await machine('observer')).facts(1);
  const beside = /^(responder\.joined|paging\..*|page\..*)$/;
  expect(facts.map(({ kind }) => kind).filter((kind) => !beside.test(kind))).toEqual([
    'incident.declared',
    'role.taken',
    'update.posted',
    'task.assigned',
    'note.added',
    'severity.changed',
    'phase.changed',
    'decision.proposed',
  ]);
});

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
  await ada.getByRole('dialog', { name: 'Keys' }).getByLabel('Use single keys').uncheck();
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

test('what is typed before its field is here lands in it, and is no key', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The bridge sways' });
  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  let come = () => {};
  const fetched = new Promise<void>((resolve) => (come = resolve));
  await ada.route('**/_next/static/**', async (route) => {
    await fetched;
    await route.continue();
  });
  await press(ada, 'd');
  await type(ada, 'cables creak');
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  come();
  await expect(ada.getByLabel('What is wrong?')).toHaveValue('cables creak');
  await type(ada, ' too');
  await expect(ada.getByLabel('What is wrong?')).toHaveValue('cables creak too');
  await press(ada, 'Escape');
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  const done = (await robot.facts(number)).filter(({ actor }) => actor.kind !== 'system');
  expect(done.map(({ kind }) => kind)).toEqual(['incident.declared']);
  // And then they are keys again.
  await press(ada, 'c');
  await expect(ada.getByText('Ada King commands')).toBeVisible();
});

test('j and k walk the facts, ring the row, and Enter or the menu key opens what may be done with it', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The lamps flicker' });
  for (const text of ['The fuse is hot.', 'The fuse is cold.']) await robot.post(`/${number}/notes`, { text });
  const ada = await enter('ada', `/incidents/${number}?show=everything`);
  await expectLive(ada);
  const [hot, cold] = ['hot', 'cold'].map((word) => row(ada, `The fuse is ${word}.`));
  if (!hot || !cold) throw new Error('No rows.');
  const acts = { name: 'What to do with this fact' };

  await press(ada, 'j');
  await expect(cold.getByRole('button', acts)).toBeFocused();
  await expect(cold.getByRole('button', acts)).toHaveAccessibleDescription(/The fuse is cold/);
  await press(ada, 'j');
  await expect(hot.getByRole('button', acts)).toBeFocused();
  await expect(hot.locator('> div')).toHaveCSS('outline-style', 'solid');
  await expect(cold.locator('> div')).toHaveCSS('outline-style', 'none');
  for (const key of ['Enter', 'ContextMenu']) {
    await press(ada, key);
    await expect(ada.getByRole('menu', { name: 'This fact' })).toBeVisible();
    await press(ada, 'Escape');
    await expect(ada.getByRole('menu')).toHaveCount(0);
    await expect(hot.getByRole('button', acts)).toBeFocused();
  }
  await press(ada, 'k');
  await expect(cold.getByRole('button', acts)).toBeFocused();
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
