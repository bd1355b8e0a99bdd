import { choose, expectLive, MINUTE, press } from './fixtures/acts';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test('an empty board is calm; what is declared appears on every other at once, and is owed a commander', async ({
  clock,
  enter,
}) => {
  const [ada, bea] = await Promise.all([enter('ada'), enter('bea')]);
  await expect(bea.getByText('All quiet. Nothing is open.')).toBeVisible();
  await expectLive(bea);

  await hydrated(ada);
  await press(ada, 'd');
  await ada.getByLabel('What is wrong?').fill('Card payments fail at checkout');
  await ada.getByText('Critical', { exact: true }).click();
  await choose(ada, 'Services', 'Checkout');
  await press(ada, 'Escape');
  await ada.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(ada).toHaveURL(/\/incidents\/\d+$/);

  const row = bea
    .getByRole('list', { name: /^Open incidents/ })
    .getByRole('listitem')
    .filter({ hasText: 'Card payments fail at checkout' });
  await expect(row).toContainText('Critical');
  await expect(row).toContainText('Nobody commands');
  await expect(row).toContainText('Somebody must take command');
  await expect(row.getByRole('timer')).toHaveText(/^0[0-5]:\d\d$/);
  await expect(bea).toHaveTitle(/^0[0-5]:\d\d · Board/);

  await clock.advance(7 * MINUTE);
  await expect(row.getByRole('timer')).toHaveText(/overdue/);
  await expect(bea).toHaveTitle(/overdue · Board/);

  await press(ada, 'c');
  await expect(row).toContainText('Ada King');
  await expect(row).toContainText('Ada King owes an update');
});

test('rows keep their place under the pointer, and find their order when it leaves', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const slow = await robot.declare({ title: 'Search is slow', severity: 'Low' });
  await robot.declare({ title: 'Mails are late', severity: 'High' });
  const bea = await enter('bea');
  await expectLive(bea);
  const rows = bea.getByRole('list', { name: /^Open incidents/ }).getByRole('link');
  const place = async (title: string) => (await rows.allInnerTexts()).indexOf(title);
  expect(await place('Mails are late')).toBeLessThan(await place('Search is slow'));

  await rows.filter({ hasText: 'Search is slow' }).hover();
  await robot.post(`/${slow}/severity`, { to: 'Critical' });
  const row = bea
    .getByRole('list', { name: /^Open incidents/ })
    .getByRole('listitem')
    .filter({ hasText: 'Search is slow' });
  await expect(row).toContainText('Critical');
  expect(await place('Mails are late')).toBeLessThan(await place('Search is slow'));

  await bea.getByRole('heading', { name: 'Board' }).hover();
  await expect.poll(async () => (await place('Search is slow')) < (await place('Mails are late'))).toBe(true);
});

test('declaring twice in a hurry is caught, and a declaration posted twice happens once', async ({
  enter,
  machine,
}) => {
  await (await machine('responder')).declare({ title: 'Log-ins fail in Europe', severity: 'High' });
  const bea = await enter('bea');
  await hydrated(bea);
  await press(bea, 'd');
  const dialog = bea.getByRole('dialog', { name: 'Declare an incident' });
  await expect(dialog.getByText('Nothing open sounds like this.')).toBeVisible();
  await dialog.getByLabel('What is wrong?').fill('European login failures');
  const offered = dialog.getByRole('link', { name: /Log-ins fail in Europe/ });
  await expect(offered).toBeVisible();
  await offered.click();
  await expect(bea.getByRole('heading', { name: 'Log-ins fail in Europe' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('what was typed survives a refusal', async ({ enter }) => {
  const bea = await enter('bea');
  await hydrated(bea);
  await press(bea, 'd');
  const dialog = bea.getByRole('dialog', { name: 'Declare an incident' });
  await dialog.getByLabel('What is wrong?').fill('The clocks disagree');
  await dialog.getByText('Summary, start time, private').click();
  await dialog.getByLabel('It started earlier, at').fill('2099-01-01T10:00');
  await press(bea, 'Control+Enter');
  await expect(dialog.getByText('It cannot have started in the future.')).toBeVisible();
  await expect(dialog.getByLabel('It started earlier, at')).toBeFocused();
  await expect(dialog.getByLabel('What is wrong?')).toHaveValue('The clocks disagree');
  await dialog.getByLabel('It started earlier, at').fill('');
  await press(bea, 'Control+Enter');
  await expect(bea.getByRole('heading', { name: 'The clocks disagree' })).toBeVisible();
});

test('declares without scripts', async ({ enter }) => {
  const cy = await enter('cy', '/declare', { javaScriptEnabled: false });
  await cy.getByLabel('What is wrong?').fill('The scripts do not load');
  await cy.getByRole('radio', { name: /Medium/ }).check();
  await cy.getByRole('button', { name: 'Declare' }).click();
  await expect(cy).toHaveURL(/\/incidents\/\d+$/);
  await expect(cy.getByRole('heading', { name: 'The scripts do not load' })).toBeVisible();
});

test('the bell tells who is asked, in every tab, until it is read', async ({ enter, machine }) => {
  // Everyone is told of it a moment before Cy opens a page: its count has that, and is not raised again when its line stands.
  const number = await (
    await machine('responder')
  ).declare({ title: 'Stock counts are wrong', severity: 'Critical', services: ['Checkout'] });
  const [ada, cy] = await Promise.all([enter('ada', `/incidents/${number}`), enter('cy', '/services')]);
  const other = await cy.context().newPage();
  await other.goto('/teams');
  const unread = (page: typeof cy) => page.getByRole('button', { name: /^Notices/ });
  const before = Number(/\d+/.exec((await unread(cy).getAttribute('aria-label')) ?? '')?.[0] ?? 0);
  await expectLive(ada);
  for (const page of [cy, other]) await hydrated(page);

  await press(ada, 't');
  await ada.getByLabel('What is to be done').fill('Count the shelves');
  await ada.getByRole('button', { name: 'By whom' }).click();
  await ada.getByRole('option', { name: 'Cy Tan' }).click();
  await ada.getByRole('button', { name: 'Assign task' }).click();

  for (const page of [cy, other])
    await expect(unread(page)).toHaveAccessibleName(new RegExp(`^Notices, ${before + 1} unread`));
  await expect(cy.getByRole('list', { name: 'Messages' })).toContainText('Count the shelves');
  await unread(cy).click();
  await cy.getByRole('link', { name: /Ada King asked Cy Tan to: Count the shelves/ }).click();
  await expect(cy).toHaveURL(new RegExp(`/incidents/${number}$`));
  // In its room Cy has read all that was told of it: the task, and the incident itself.
  const left = before === 1 ? /^Notices$/ : new RegExp(`^Notices, ${before - 1} unread`);
  for (const page of [cy, other]) await expect(unread(page)).toHaveAccessibleName(left);
});

test('the palette and the keys go anywhere', async ({ enter, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'Invoices miss their tax', severity: 'Low' });
  const eve = await enter('eve');
  await hydrated(eve);
  await press(eve, 'g s');
  await expect(eve.getByRole('heading', { name: 'Services', level: 1 })).toBeVisible();
  await press(eve, 'g t');
  await expect(eve.getByRole('heading', { name: 'Teams', level: 1 })).toBeVisible();

  for (const [typed, found, heading] of [
    ['invoi', 'Invoices miss their tax', 'Invoices miss their tax'],
    [`INC-${number}`, 'Invoices miss their tax', 'Invoices miss their tax'],
    ['payments a', 'Payments API', 'Payments API'],
    ['roles of', 'Roles of command', 'Roles of command'],
  ] as const) {
    await press(eve, 'Control+k');
    await eve.getByPlaceholder('Find an incident, a service, a person, or an act').fill(typed);
    await eve.getByRole('option', { name: found }).first().click();
    await expect(eve.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  }
  // An observer declares nothing.
  await press(eve, 'g b');
  await expect(eve.getByRole('heading', { name: 'Board' })).toBeVisible();
  await press(eve, 'd');
  await expect(eve.getByRole('dialog')).toHaveCount(0);
  await expect(eve.getByRole('button', { name: 'Declare an incident' })).toHaveCount(0);
});
