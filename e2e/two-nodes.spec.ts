import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectLive, MINUTE, postUpdate, press } from './fixtures/acts';
import { Balancer } from './fixtures/balancer';
import { companyOf, Machine } from './fixtures/company';
import { emailOf, password } from './fixtures/members';
import { AppServer } from './fixtures/server';

// Two processes of the same build on one Postgres, as the README says to run them, behind a balancer that keeps nobody on one.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let balancer: Balancer;
let nodes: [AppServer, AppServer];
let robot: Machine;
let number = 0;
const opened: BrowserContext[] = [];
let bea: Page;
let cy: Page;

/** A browser in which somebody signs in by the form; each of its requests may be answered by another node. */
async function signedIn(browser: Browser, who: string, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: balancer.url });
  opened.push(context);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByLabel('E-mail address').fill(emailOf(who));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`${balancer.url}${path}`);
  return page;
}

async function expectBothHere(page: Page): Promise<void> {
  const present = page.getByRole('button', { name: /^Here now/ });
  for (const name of [/Bea Lind/, /Cy Tan/]) await expect(present).toHaveAccessibleName(name);
}

const now = (page: Page) => page.getByRole('region', { name: 'Now' });
const kindsOf = async () => (await robot.facts(number)).map(({ kind }) => kind);

test.beforeAll(async ({ playwright }) => {
  balancer = await Balancer.listen();
  const secret = 'the same secret on every node of this app';
  const first = await AppServer.start({ QUARTERDECK_URL: balancer.url, QUARTERDECK_SECRET: secret });
  nodes = [first, await first.another()];
  balancer.over(nodes.map(({ port }) => port));
  const { tokens } = await companyOf(first);
  const extraHTTPHeaders = { authorization: `Bearer ${tokens.responder}` };
  robot = new Machine(await playwright.request.newContext({ baseURL: balancer.url, extraHTTPHeaders }));
  number = await robot.declare({ title: 'Card payments fail', severity: 'Critical' });
});

test.afterAll(async () => {
  await Promise.all(opened.map((context) => context.close()));
  await robot.http.dispose();
  for (const node of [...nodes].reverse()) await node.dispose();
  await balancer.close();
});

test('who signed in on one node is known to the other, and both tell everybody the same', async ({ browser }) => {
  bea = await signedIn(browser, 'bea', `/incidents/${number}`);
  await expectLive(bea);
  cy = await signedIn(browser, 'cy', `/incidents/${number}`);
  await expectLive(cy);
  for (const { port } of nodes) {
    expect(balancer.given.get(port)?.requests).toBeGreaterThan(5);
    expect(balancer.given.get(port)?.sockets).toBe(1);
  }
  for (const page of [bea, cy]) await expectBothHere(page);

  await press(bea, 'c');
  await expect(cy.getByText(/^Bea Lind commands/).first()).toBeVisible();
  await press(cy, 'u');
  const form = cy.getByRole('form', { name: 'Update' });
  await form.getByLabel('Status', { exact: true }).fill('Cards fail.');
  await expect(bea.getByText('Cy Tan is writing an update')).toBeVisible();
  for (const field of ['Actions', 'Next']) await form.getByLabel(field, { exact: true }).fill('Reading logs.');
  await form.getByLabel('Unknown for now').check();
  await form.getByRole('button', { name: 'Post update' }).click();
  await expect(now(bea)).toContainText('Cards fail.');
  await expect(form).toBeHidden();
  for (const [page, other, status] of [
    [bea, cy, 'Every fifth card fails.'],
    [cy, bea, 'Every third card fails.'],
    [bea, cy, 'No card fails.'],
  ] as const) {
    await postUpdate(page, { Status: status });
    await expect(now(other)).toContainText(status);
  }
});

test('what falls due happens once, though both nodes watch for it', async () => {
  await nodes[0].advance(15 * MINUTE + 1_000);
  for (const page of [bea, cy]) await expect(now(page).getByRole('timer')).toHaveText(/^\+00:\d\d/);
  await nodes[1].advance(10 * MINUTE);
  const levels = async () =>
    (await robot.facts(number)).flatMap((fact) => (fact.kind === 'cadence.overdue' ? [fact.data.level] : []));
  await expect.poll(levels).toContain('unowned');
  expect(new Set(await levels()).size).toBe((await levels()).length);
  const kinds = await kindsOf();
  expect(kinds.filter((kind) => kind === 'cadence.due')).toHaveLength(1);
  const doubled = await nodes[0].query(
    'select person_id, stream, fact_seq, kind from notice group by 1, 2, 3, 4 having count(*) > 1',
  );
  expect(doubled).toEqual([]);
});

test('a node that is killed takes nothing with it: the other serves everybody at once', async () => {
  const [dead, alive] = nodes;
  const before = await kindsOf();
  await dead.kill();
  for (const page of [bea, cy]) await expectLive(page);
  await postUpdate(bea, { Status: 'Rolled back.' });
  await expect(now(cy)).toContainText('Rolled back.');
  await postUpdate(cy, { Status: 'Cards pass again.' });
  await expect(now(bea)).toContainText('Cards pass again.');
  for (const page of [bea, cy]) await expectBothHere(page);
  await alive.advance(15 * MINUTE + 1_000);
  await expect(now(bea).getByRole('timer')).toHaveText(/^\+00:\d\d/);

  await dead.start();
  await postUpdate(bea, { Status: 'All is well.' });
  await expect(now(cy)).toContainText('All is well.');
  const facts = await robot.facts(number);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  const since = facts.slice(before.length).map(({ kind }) => kind);
  expect(since.filter((kind) => kind === 'update.posted')).toHaveLength(3);
  expect(since.filter((kind) => kind === 'cadence.due')).toHaveLength(1);
});

test('somebody put out of an incident on one node is out on the other, too', async ({ browser }) => {
  const ada = await signedIn(browser, 'ada', `/incidents/${number}`);
  await expectLive(ada);
  await expect(now(cy)).toContainText('All is well.');
  const answer = await robot.http.post(`/api/v1/incidents/${number}/access`, {
    data: { private: true, visibleTo: ['bea'] },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await expect(now(cy)).toBeHidden();
  await expect(now(bea)).toContainText('All is well.');
});
