import { type Browser, type BrowserContext, type Page } from '@playwright/test';
import { choose, expectLive, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const opened: BrowserContext[] = [];
let ada: Page;
let invitation = '';
test.afterAll(async () => {
  await Promise.all(opened.map((context) => context.close()));
});

/** Comes aboard by a link that lets in one person. */
async function aboard(browser: Browser, link: string, name: string, email?: string): Promise<Page> {
  const context = await browser.newContext();
  opened.push(context);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  if (email) await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(`seven grey gulls over ${name}`);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  await hydrated(page);
  return page;
}

const guide = (page: Page) => page.getByRole('region', { name: 'Get ready' });
const line = (page: Page, title: string) => guide(page).getByRole('listitem').filter({ hasText: title });

/** Goes where the guide says is next. */
async function follow(page: Page, title: string): Promise<void> {
  await expect(line(page, title)).toContainText('next');
  await line(page, title).getByRole('link').click();
}

async function backToTheBoard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Board' }).first().click();
  await expect(page.getByText('All quiet. Nothing is open.')).toBeVisible();
}

async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  return page.getByLabel('Invitation link').inputValue();
}

test('the first administrator is led from an empty board to people, a team that is led, and a service', async ({
  app,
  browser,
}) => {
  const link = /http\S+\/set-up\/\S+/.exec(app.lines.join('\n'))?.[0] ?? '';
  ada = await aboard(browser, link, 'Ada King', 'ada@example.com');
  await expect(guide(ada)).toContainText('0 of 3');
  await expectAccessibleNightAndDay(ada);

  await follow(ada, 'Invite people');
  invitation = await invite(ada, 'bea@example.com', 'Responder');
  await backToTheBoard(ada);
  await expect(line(ada, 'Invite people')).toContainText('done');
  await expect(line(ada, 'Invite people')).toContainText('You are alone aboard until an invitation is taken up.');

  await follow(ada, 'Form teams and name their leads');
  await ada.getByRole('button', { name: 'Form a team' }).click();
  const team = ada.getByRole('dialog', { name: 'Form a team' });
  await team.getByLabel('Name').fill('Payments');
  await choose(ada, 'Members', 'Ada King');
  await press(ada, 'Escape');
  await team.getByRole('button', { name: 'Form the team' }).click();
  await expect(ada.getByRole('region', { name: 'Payments' })).toContainText('Ada King');
  await backToTheBoard(ada);
  await expect(line(ada, 'Form teams')).toContainText('No team has a lead yet');

  await follow(ada, 'Form teams and name their leads');
  await ada.getByRole('button', { name: 'Change Payments' }).click();
  await choose(ada, 'Leads', 'Ada King');
  await press(ada, 'Escape');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('region', { name: 'Payments' })).toContainText('lead');
  await backToTheBoard(ada);
  await expect(guide(ada)).toContainText('2 of 3');

  await follow(ada, 'Add services');
  await ada.getByRole('button', { name: 'Add a service' }).click();
  const service = ada.getByRole('dialog', { name: 'Add a service' });
  await service.getByLabel('Name').fill('Checkout');
  await service.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(ada.getByRole('row', { name: /Checkout/ })).toContainText('Nobody');
  await backToTheBoard(ada);
  await expect(line(ada, 'Add services')).toContainText('None of your services has an owner yet');
});

test('whoever comes before all is ready gets other advice, and while something burns nobody gets any', async ({
  browser,
}) => {
  const bea = await aboard(browser, invitation, 'Bea Lind');
  const advice = (page: Page) => page.getByRole('region', { name: 'Until then' });
  await expect(advice(bea).getByRole('link', { name: 'See what can break and who owns it' })).toBeVisible();
  await expect(guide(bea)).toHaveCount(0);
  await expectAccessibleNightAndDay(bea);
  await ada.goto('/people/invite');
  const eve = await aboard(browser, await invite(ada, 'eve@example.com', 'Observer'), 'Eve Brandt');
  await expect(eve.getByText('it shows here by itself')).toBeVisible();
  await advice(eve).getByRole('link', { name: 'Know where the past is kept' }).click();
  await expect(eve.getByText('No incident yet')).toBeVisible();
  await expect(eve.getByText('to declare one')).toHaveCount(0);
  await eve.goto('/services');
  await expect(eve.getByRole('button', { name: 'Add a service' })).toHaveCount(0);

  await backToTheBoard(ada);
  await line(ada, 'Declare a drill').getByRole('link').click();
  await ada.getByLabel('What is wrong?').fill('Drill: the cash desk is dark');
  await ada.getByRole('radio', { name: /^Low/ }).check();
  await ada.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(ada.getByRole('heading', { name: 'Drill: the cash desk is dark' })).toBeVisible();
  await bea.goto('/');
  await expect(bea.getByRole('link', { name: 'Drill: the cash desk is dark' })).toBeVisible();
  await expect(advice(bea)).toHaveCount(0);
  await expectLive(bea);
  await expectLive(ada);
  await press(ada, 'p');
  await ada.getByRole('radio', { name: 'cancelled' }).check();
  await ada.getByLabel('Why').fill('It was a drill');
  await ada.getByRole('button', { name: 'Move to cancelled' }).click();
  await expect(advice(bea)).toBeVisible();
  await backToTheBoard(ada);
  await expect(line(ada, 'Declare a drill')).toContainText('done');
});

test('a service’s team is formed there and then, by keys alone, and the guide is gone', async () => {
  await ada.goto('/services/checkout');
  await hydrated(ada);
  await press(ada, 'e');
  const service = ada.getByRole('dialog', { name: 'Change Checkout' });
  await service.getByLabel('What it does').fill('Takes the money.');
  await service.getByRole('button', { name: 'Form a team' }).press('Enter');
  const team = ada.getByRole('dialog', { name: 'Form a team' });
  await expect(team.getByLabel('Name')).toBeFocused();
  await expectAccessibleNightAndDay(ada);
  await ada.keyboard.type('Shop floor');
  await press(ada, 'Control+Enter');
  await expect(team).toBeHidden();
  await expect(service.getByLabel('Owned by').locator('option:checked')).toHaveText('Shop floor');
  await expect(service.getByLabel('What it does')).toHaveValue('Takes the money.');
  await press(ada, 'Control+Enter');
  await expect(service).toBeHidden();
  await expect(ada.getByText('Takes the money.')).toBeVisible();
  await expect(ada.getByRole('link', { name: 'Shop floor' })).toBeVisible();
  await backToTheBoard(ada);
  await expect(guide(ada)).toHaveCount(0);
});
