import { devices, type Locator, type Page } from '@playwright/test';
import { expectLive } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const { viewport, deviceScaleFactor, isMobile, hasTouch, userAgent } = devices['iPhone 14'];
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor, isMobile, hasTouch, userAgent };

const thumbs = (page: Page) => page.getByRole('group', { name: 'Acts' }).filter({ visible: true });

async function expectNoSideways(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 5)
      .map((part) => part.outerHTML.slice(0, 160)),
  );
  expect(content, `${page.url()} scrolls sideways: ${wide.join('\n')}`).toBeLessThanOrEqual(screen ?? 0);
}

/** Every control among these is at least 44 px where a thumb lands on it. */
async function expectThumbSized(controls: Locator): Promise<void> {
  const small: string[] = [];
  for (const control of await controls.all()) {
    const box = await control.boundingBox();
    if (box && (box.width < 44 || box.height < 43.5))
      small.push(`${await control.innerText()} ${box.width}×${box.height}`);
  }
  expect(small).toEqual([]);
}

test('an incident is run by thumb', async ({ enter, machine }) => {
  test.setTimeout(120_000);
  expect(viewport.width).toBe(390);
  const robot = await machine('observer');
  const [ada, bea] = await Promise.all([enter('ada', '/', phone), enter('bea', '/', phone)]);
  await expectNoSideways(ada);

  await ada.getByRole('button', { name: 'Declare an incident' }).first().tap();
  const declare = ada.getByRole('dialog', { name: 'Declare an incident' });
  await declare.getByLabel('What is wrong?').fill('Tickets cannot be bought');
  await declare.getByText('Critical', { exact: true }).tap();
  await expect(declare.getByRole('radio', { name: 'Critical' })).toBeChecked();
  await declare.getByRole('button', { name: 'Declare' }).tap();
  await expect(ada.getByRole('heading', { name: 'Tickets cannot be bought' })).toBeVisible();
  await expectLive(ada);
  await expectNoSideways(ada);

  await ada.getByRole('button', { name: 'Take command' }).tap();
  await expect(ada.getByText('Ada King commands')).toBeVisible();

  await expect(thumbs(ada).getByRole('button')).toHaveCount(4);
  await expect(thumbs(ada)).toBeInViewport({ ratio: 1 });
  await expectThumbSized(thumbs(ada).getByRole('button'));

  await thumbs(ada).getByRole('button', { name: 'Update' }).tap();
  const form = ada.getByRole('form', { name: 'Update' });
  await form.getByLabel('Status', { exact: true }).fill('Nobody can buy a ticket.');
  await form.getByLabel('Actions', { exact: true }).fill('Looking at the payment provider.');
  await form.getByLabel('Next', { exact: true }).fill('Call them.');
  await form.getByLabel('Unknown for now').tap();
  await expectNoSideways(ada);
  await form.getByRole('button', { name: 'Post update' }).tap();
  await expect(ada.getByRole('region', { name: 'Now' }).getByText('Nobody can buy a ticket.')).toBeVisible();

  await thumbs(ada).getByRole('button', { name: 'No change' }).tap();
  await ada.getByRole('button', { name: 'Confirm no change' }).tap();
  await expect(ada.getByRole('dialog')).toHaveCount(0);

  await thumbs(ada).getByRole('button', { name: 'Task' }).tap();
  const task = ada.getByRole('dialog', { name: 'Assign a task' });
  await task.getByLabel('What is to be done').fill('Call the payment provider');
  await ada.getByRole('button', { name: 'By whom' }).tap();
  await ada.getByRole('option', { name: 'Bea Lind' }).tap();
  await expectNoSideways(ada);
  await task.getByRole('button', { name: 'Assign task' }).tap();
  await expect(task).toBeHidden();

  // Bea, on her phone, goes where the bell says and reads the task back.
  await bea.getByRole('button', { name: /^Notices, \d unread/ }).tap();
  await bea.getByRole('link', { name: /asked Bea Lind to: Call the payment provider/ }).tap();
  await expect(bea.getByRole('heading', { name: 'Tickets cannot be bought' })).toBeVisible();
  await bea.getByRole('group', { name: 'Panels' }).getByRole('button', { name: /Tasks/ }).tap();
  await bea.getByRole('button', { name: /Call the payment provider/ }).tap();
  await bea.getByLabel('Say in your own words what you will do').fill('I ring their hotline.');
  await bea.getByRole('button', { name: 'Read back' }).tap();
  await expect(bea.getByLabel('Say in your own words what you will do')).toHaveCount(0);
  await bea.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();

  await ada
    .getByRole('group', { name: 'Panels' })
    .getByRole('button', { name: /People/ })
    .tap();
  const here = ada.getByRole('dialog').getByRole('list', { name: 'Here now' });
  await expect(here.getByRole('listitem')).toHaveCount(2);
  await expect(here.getByRole('listitem').filter({ hasText: 'Bea Lind' })).toBeVisible();
  await ada.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
  await expect(ada.getByRole('dialog')).toHaveCount(0);

  for (const [act, dialog] of [
    ['Change the phase', 'Where are we now?'],
    ['Change the severity', 'How bad is it?'],
    ['Propose a decision', 'Propose a decision'],
    ['Add an event', 'Add an event'],
  ] as const) {
    await thumbs(ada).getByRole('button', { name: 'More' }).tap();
    await ada.getByRole('menuitem', { name: act }).tap();
    const opened = ada.getByRole('dialog', { name: dialog });
    await expect(opened).toBeInViewport();
    await expectNoSideways(ada);
    await opened.getByRole('button', { name: 'Cancel' }).tap();
    await expect(opened).toBeHidden();
  }

  await thumbs(ada).getByRole('button', { name: 'More' }).tap();
  await ada.getByRole('menuitem', { name: 'Change the phase' }).tap();
  await ada.getByRole('dialog').getByText('mitigating', { exact: true }).tap();
  await ada.getByRole('button', { name: 'Move to mitigating' }).tap();
  await expect(bea.getByRole('list', { name: 'Life of the incident' }).getByRole('button')).toHaveText('mitigate');

  const told = (await robot.facts(1)).map(({ kind }) => kind);
  for (const kind of ['role.taken', 'update.posted', 'task.assigned', 'task.understood', 'phase.changed'] as const) {
    expect(told).toContain(kind);
  }
});

test('every screen is reached by thumb, from a room too, and filters stay folded until they are wanted', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The gate is stuck', severity: 'Low' });
  const ada = await enter('ada', `/incidents/${number}`, phone);
  await expectLive(ada);
  await expect(ada.getByRole('button', { name: 'More', exact: true })).toHaveCount(1);
  const screens = [...['Board', 'History', 'Services', 'On call', 'People', 'Cadence', 'Policy', 'Audit', 'Settings']];
  for (const screen of screens) {
    await ada.getByRole('button', { name: 'Screens' }).tap();
    await ada.getByRole('menuitem', { name: screen }).tap();
    await expect(ada.getByRole('menu')).toHaveCount(0);
    await expect(ada).toHaveTitle(new RegExp(screen === 'Settings' ? 'account' : screen, 'i'));
  }

  await ada.goto('/incidents?severity=Low&state=open');
  const filters = ada.getByRole('button', { name: 'Filters 2 in force' });
  await expect(filters).toHaveAttribute('aria-expanded', 'false');
  await expect(ada.getByRole('combobox', { name: 'Phase' })).toBeHidden();
  await expect(ada.getByRole('link', { name: 'The gate is stuck' })).toBeInViewport();
  await filters.tap();
  await ada.getByRole('combobox', { name: 'State' }).selectOption('Ended');
  await expect(ada.getByText('Nothing matches')).toBeVisible();
  await expectNoSideways(ada);
});

test('no screen scrolls sideways on a phone, and what is pressed there is large enough', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const words = 'Supercalifragilisticexpialidocious'.repeat(5);
  const number = await robot.declare({ title: words.slice(0, 190), severity: 'Critical', summary: words });
  await robot.post(`/${number}/notes`, { text: `\`${words}\`\n\n| a | b |\n| - | - |\n| ${words} | ${words} |` });
  const ada = await enter('ada', '/', phone);
  for (const path of [
    ...['/', '/incidents', '/cadence', '/services', '/teams', '/oncall', '/oncall/new'],
    ...['/escalation', '/matrix', '/preflight', '/vendors', '/catalog-file'],
    ...['/people', '/people/invite', '/policy', '/roles'],
    ...[
      '/audit',
      '/settings/account',
      '/settings/notifications',
      '/settings/channels',
      '/settings/tokens',
      '/declare',
      '/api/v1/docs',
    ],
    `/incidents/${number}?show=everything`,
  ]) {
    const answer = await ada.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expect(ada.getByRole('main')).toBeVisible();
    await expectNoSideways(ada);
    const tab = ada.locator('main a[aria-current=page]');
    for (const shown of await tab.all()) await expect(shown).toBeInViewport({ ratio: 0.95 });
  }
  await expectThumbSized(ada.getByRole('banner').getByRole('button'));
});
