import { devices } from '@playwright/test';
import { choose, expectLive, expectNotice, MINUTE, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

const { deviceScaleFactor, isMobile, hasTouch, userAgent } = devices['iPhone 14'];
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor, isMobile, hasTouch, userAgent };

test('a vendor is written down, asked from the room, and chased until it answers', async ({
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const ada = await enter('ada', '/vendors');
  await hydrated(ada);
  await expect(ada.getByText('No vendors yet')).toBeVisible();
  await press(ada, 'a');
  const form = ada.getByRole('dialog', { name: 'Add a vendor' });
  await form.getByLabel('Name', { exact: true }).fill('Cardwell');
  await form.getByLabel('Contract level').fill('Premium: answers in 30 minutes');
  await form.getByLabel('Account number').fill('shop-eu');
  await form.getByLabel('Support telephone').fill('+44 20 5550 9000');
  await form.getByLabel('Status page').fill('status.cardwell.example');
  for (const name of ['Merchant desk', 'Kim Ode']) {
    await form.getByRole('button', { name: 'Add a contact' }).click();
    await ada.keyboard.type(name);
  }
  await form.getByLabel('Telephone of contact 2').fill('+44 20 5550 9002');
  await form.getByRole('button', { name: 'Move contact 2 up' }).click();
  await expect(form.getByLabel('Name of contact 1')).toHaveValue('Kim Ode');
  await choose(ada, 'Services that stand on it', 'Payments API');
  await press(ada, 'Escape');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('Say how to reach them.')).toBeVisible();
  await expect(form.getByText('This must be an address such as https://example.com/page.')).toBeVisible();
  await form.getByLabel('Telephone of contact 2').fill('+44 20 5550 9001');
  await form.getByLabel('Status page').fill('https://status.cardwell.example');
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'Control+Enter');
  await expect(form).toBeHidden();
  const card = ada.getByRole('region', { name: 'Cardwell' });
  await expect(card.getByRole('link', { name: '+44 20 5550 9000' })).toHaveAttribute('href', 'tel:+442055509000');
  await expect(card.getByRole('list', { name: 'Escalation contacts of Cardwell' }).getByRole('listitem')).toHaveText([
    /^1\. Kim Ode/,
    /^2\. Merchant desk/,
  ]);
  await expectAccessibleNightAndDay(ada);

  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Cards are refused', severity: 'Low', services: ['Payments API'] });
  const [bea, cy] = await Promise.all([enter('bea', `/incidents/${number}`), enter('cy', `/incidents/${number}`)]);
  await expectLive(bea);
  await expectLive(cy);
  const panel = bea.getByRole('region', { name: 'Vendors' });
  await expect(panel).toContainText('Payments API stands on Cardwell, not asked yet.');
  await press(bea, 'v');
  const dialog = bea.getByRole('dialog', { name: 'Contact a vendor' });
  await expect(dialog).toContainText('Account shop-eu');
  await expect(dialog.getByRole('link', { name: '+44 20 5550 9000' })).toBeVisible();
  await dialog.getByLabel('Ticket number').fill('CW-88');
  await expectAccessibleNightAndDay(bea);
  await press(bea, 'Control+Enter');
  await expect(dialog).toBeHidden();
  const row = panel.getByRole('listitem', { name: 'Cardwell' });
  await expect(row).toContainText('ticket CW-88');
  await expect(row).toContainText(/ask again in 1[45]:\d\d/);
  await expect(
    cy.getByText('Bea Lind contacted Cardwell by telephone (ticket CW-88).').filter({ visible: true }).first(),
  ).toBeVisible();

  await clock.advance(15 * MINUTE);
  await expect(row).toContainText('no answer');
  await expectNotice(bea, 'Cardwell has not answered (ticket CW-88): ask again.');
  await clock.advance(15 * MINUTE);
  await expect
    .poll(async () => (await robot.facts(number)).filter(({ kind }) => kind === 'vendor.chase-due').length)
    .toBe(2);
  await expectAccessibleNightAndDay(bea);

  const others = cy.getByRole('region', { name: 'Vendors' });
  await others.getByRole('button', { name: 'Cardwell: more' }).click();
  await cy.getByRole('menuitem', { name: 'Note their answer' }).click();
  const answer = cy.getByRole('dialog', { name: 'Cardwell answered' });
  await answer.getByRole('button', { name: 'Note the answer' }).click();
  await expect(answer.getByText('This is needed.').or(answer.getByText('Say something here.'))).toBeVisible();
  await answer.getByLabel('What they said').fill('A bank of theirs is down; back in an hour.');
  await press(cy, 'Control+Enter');
  await expect(answer).toBeHidden();
  await expect(row).toContainText('answered');
  await expect(row).toContainText('A bank of theirs is down; back in an hour.');
  // A task's time runs out after every moment at which they could be asked again.
  await robot.post(`/${number}/tasks`, { title: 'Look at the queue', assignee: 'di@example.com', boxMinutes: 60 });
  await clock.advance(60 * MINUTE);
  await expect.poll(async () => (await robot.facts(number)).map(({ kind }) => kind)).toContain('task.came-back');
  const chased = (await robot.facts(number)).filter(({ kind }) => kind === 'vendor.chase-due');
  expect(chased).toHaveLength(2);
});

test('a phone asks and gives up', async ({ enter, machine }) => {
  const [robot, chief] = await Promise.all([machine('responder'), machine('administrator')]);
  const contract = 'Business: they answer within 30 minutes at any hour of day or night';
  const bank = { name: 'Bankline', email: 'help@bankline.example', contract, services: ['Checkout'] };
  const made = await chief.http.post('/api/v1/vendors', { data: bank, headers: { 'idempotency-key': 'bankline' } });
  await expect(made, await made.text()).toBeOK();
  const number = await robot.declare({ title: 'Cards are slow', severity: 'Low', services: ['Checkout'] });
  const bea = await enter('bea', `/incidents/${number}`, phone);
  await hydrated(bea);
  await bea.getByRole('button', { name: 'More', exact: true }).click();
  await bea.getByRole('menuitem', { name: /Contact a vendor/ }).click();
  const dialog = bea.getByRole('dialog', { name: 'Contact a vendor' });
  await dialog.getByRole('radio', { name: 'Portal' }).check();
  await expectAccessibleNightAndDay(bea);
  await dialog.getByRole('button', { name: 'Contacted' }).click();
  await expect(dialog).toBeHidden();
  await bea
    .getByRole('group', { name: 'Panels' })
    .getByRole('button', { name: /^Pages/ })
    .click();
  const sheet = bea.getByRole('dialog', { name: 'Who is called and asked' });
  await expect(sheet.getByRole('listitem', { name: 'Bankline' })).toContainText('through its portal');
  await expectAccessibleNightAndDay(bea);
  await sheet.getByRole('button', { name: 'Bankline: more' }).click();
  await bea.getByRole('menuitem', { name: 'Wait no longer' }).click();
  const end = bea.getByRole('dialog', { name: 'Wait for Bankline no longer' });
  await end.getByLabel('Why').fill('We went round them.');
  await end.getByRole('button', { name: 'Give up' }).click();
  await expect(end).toBeHidden();
  const facts = await robot.facts(number);
  expect(facts.map(({ kind }) => kind).slice(-2)).toEqual(['vendor.contacted', 'vendor.given-up']);

  await bea.goto('/vendors');
  await expect(bea.getByRole('region', { name: 'Bankline' })).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Change Bankline' })).toHaveCount(0);
  await expectAccessibleNightAndDay(bea);

  await bea.goto('/services/checkout');
  await expect(bea.getByText(contract)).toBeVisible();
  expect(await bea.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
