import { type Page } from '@playwright/test';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { expectLive, MINUTE, postUpdate, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';
import { row } from './fixtures/timeline';

/** Opens a dialog by its key, looks at it, and closes it. */
async function look(page: Page, keys: string, name: string): Promise<void> {
  await press(page, keys);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await expectAccessibleNightAndDay(page);
  await press(page, 'Escape');
  await expect(page.getByRole('dialog', { name })).toBeHidden();
}

test('axe finds nothing where nobody is signed in', async ({ company, page }) => {
  expect(company.tokens.observer).toBeTruthy();
  for (const path of ['/sign-in', '/set-up/none', '/invitation/none']) {
    await page.goto(path);
    await expectAccessibleNightAndDay(page);
  }
});

test('axe finds nothing on any screen of the console', async ({ enter, machine }) => {
  test.setTimeout(180_000);
  const ada = await enter('ada');
  await expectAccessibleNightAndDay(ada);
  await look(ada, 'd', 'Declare an incident');
  await look(ada, 'Control+k', 'Find anything');
  const robot = await machine('responder');
  await robot.declare({ title: 'The map shows the wrong city', severity: 'Low', services: ['Checkout'] });
  for (const path of [
    ...[
      '/',
      '/incidents',
      '/cadence',
      '/services',
      '/services/checkout',
      '/teams',
      '/people',
      '/people/invite',
      '/oncall',
      '/oncall/new',
    ],
    ...['/escalation', '/matrix', '/preflight', '/vendors', '/catalog-file'],
    ...['/policy', '/policy/change', '/roles', '/audit', '/settings/account', '/settings/tokens', '/declare'],
    ...['/settings/notifications', '/settings/channels'],
    ...['/api/v1/docs', '/incidents/999'],
  ]) {
    await test.step(path, async () => {
      const answer = await ada.goto(path);
      expect(answer?.status(), path).toBe(path === '/incidents/999' ? 404 : 200);
      await expectAccessibleNightAndDay(ada);
    });
  }
});

test('axe finds nothing in a room, quiet or burning, nor in what it asks', async ({ clock, enter, machine }) => {
  test.setTimeout(180_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The lights are out', severity: 'Critical', services: ['Checkout'] });
  await robot.post(`/${number}/notes`, { text: 'Seen by **two** people: `fuse 7`\n\n- one\n- two' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  await expectLive(ada);
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'c');
  await press(ada, 'u');
  await expect(ada.getByRole('form', { name: 'Update' })).toBeVisible();
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'Escape');
  await postUpdate(ada, { Status: 'Dark on both floors.', Actions: 'Looking for the fuse.', Next: 'Change it.' });
  await robot.post(`/${number}/tasks`, { title: 'Find a torch', assignee: 'bea@example.com', boxMinutes: 5 });
  await robot.post(`/${number}/decisions`, { text: 'send everyone home', windowSeconds: 600 });
  await expect(ada.getByText('send everyone home')).toBeVisible();

  for (const [keys, name] of [
    ['n', 'No change'],
    ['t', 'Assign a task'],
    ['x', 'Propose a decision'],
    ['e', 'Add an event'],
    ['r', 'Take or assign a role'],
    ['h', 'Hand over'],
    ['s', 'How bad is it?'],
    ['p', 'Where are we now?'],
    ['?', 'Keys'],
  ] as const) {
    await test.step(name, () => look(ada, keys, name));
  }

  await press(ada, 'h');
  await ada.getByRole('button', { name: 'To' }).click();
  await ada.getByRole('option', { name: 'Bea Lind' }).click();
  await ada.getByRole('button', { name: 'Offer handover' }).click();
  await expect(bea.getByRole('region', { name: 'Ada King offers you command' })).toBeVisible();
  await expectAccessibleNightAndDay(bea);
  await clock.advance(26 * MINUTE);
  await expect(ada).toHaveTitle(/overdue/);
  await ada.getByRole('link', { name: 'Everything' }).click();
  await expect(row(ada, 'Seen by two people')).toBeVisible();
  await expectAccessibleNightAndDay(ada);
  await bea.goto('/');
  await expect(bea.getByText(/overdue/)).toBeVisible();
  await bea.getByRole('button', { name: /^Notices/ }).click();
  await expect(bea.getByRole('dialog', { name: 'Notices' }).getByRole('listitem').first()).toBeVisible();
  await expectAccessibleNightAndDay(bea);
});

test('axe finds nothing on a phone', async ({ enter, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'The lift stands still', severity: 'High' });
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const ada = await enter('ada', '/', phone);
  await expectAccessibleNightAndDay(ada);
  await ada.goto(`/incidents/${number}`);
  await expectAccessibleNightAndDay(ada);
  await ada.getByRole('button', { name: 'More', exact: true }).last().click();
  await expect(ada.getByRole('menu')).toBeVisible();
  await expectAccessibleNightAndDay(ada);
});
