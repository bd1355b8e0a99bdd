import { type Page } from '@playwright/test';
import { choose, expectLive, expectNotice, MINUTE, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { type Machine } from './fixtures/company';
import { phone } from './fixtures/phone';
import { type AppServer } from './fixtures/server';
import { expect, test as base } from './fixtures/test';

/** Bea is on call for the tills; five minutes later Cy is called. */
async function putOnCall(app: AppServer): Promise<void> {
  const weeks = {
    timeZone: 'Europe/Berlin',
    startsOn: '2020-01-06',
    cycleDays: 7,
    handoffs: [{ day: 0, time: '09:00' }],
  };
  const layers = [{ id: 'weeks', name: 'Weeks', ...weeks, people: ['bea'], hours: [] }];
  const steps = [
    { targets: [{ kind: 'schedule', id: 'tills' }], waitMinutes: 5 },
    { targets: [{ kind: 'person', id: 'cy' }], waitMinutes: 5 },
  ];
  await app.query(
    `insert into schedule (id, name, time_zone, versions) values ('tills', 'Tills', 'Europe/Berlin', $1) on conflict do nothing`,
    [JSON.stringify([{ from: '2020-01-01T00:00:00.000Z', layers }])],
  );
  await app.query(
    `insert into escalation_policy (id, name, steps, repeats) values ('tills', 'Tills first', $1, 0) on conflict do nothing`,
    [JSON.stringify(steps)],
  );
  await app.query(
    `insert into service (id, name, tier, description, policy_id) values ('tills', 'Tills', 1, '', 'tills') on conflict do nothing`,
  );
}

const test = base.extend<{ onCall: undefined }>({
  onCall: [
    async ({ app, company }, use) => {
      expect(company).toBeDefined();
      await putOnCall(app);
      await use(undefined);
    },
    { auto: true },
  ],
});

const banner = (page: Page, about: string) => page.getByRole('region', { name: `You are paged: ${about}` });
const pages = (page: Page) => page.getByRole('region', { name: 'Pages' });

async function calledIn(robot: Machine, number: number): Promise<string[][]> {
  const facts = await robot.facts(number);
  return facts.flatMap((fact) => (fact.kind === 'page.called' ? [fact.data.people.map(({ id }) => id)] : []));
}

test('whoever is on call is paged on any screen, then the next, who acknowledges by one key and takes command', async ({
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const [bea, cy] = await Promise.all([enter('bea', '/people'), enter('cy')]);
  await expectLive(cy);
  const number = await robot.declare({ title: 'Tills do not open', severity: 'Critical', services: ['Tills'] });
  const about = 'Critical: Tills do not open';
  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);

  await expect(banner(bea, about)).toBeVisible();
  await expect(pages(ada).getByRole('list', { name: 'Called' })).toHaveText(/Bea Lind\s*called/);
  await expect(pages(ada).getByText(/next step in 0[45]:\d\d/)).toBeVisible();
  await expect(pages(ada)).toContainText(/next step in 0\d:\d\d:\s*Cy Tan/);
  const board = cy.getByRole('list', { name: /^Open incidents/ }).getByRole('listitem');
  await expect(board.filter({ hasText: 'Tills do not open' })).toContainText('paging Bea Lind');
  await expectAccessibleNightAndDay(bea);
  await expectAccessibleNightAndDay(ada);
  await bea.reload();
  await expect(banner(bea, about)).toBeVisible();
  await expect(banner(cy, about)).toHaveCount(0);

  await clock.advance(5 * MINUTE);
  await expect(banner(cy, about)).toBeVisible();
  await expect(pages(ada).getByRole('list', { name: 'Called' }).getByRole('listitem')).toHaveText([
    /Bea Lind\s*called/,
    /Cy Tan\s*called/,
  ]);
  await press(cy, 'y');
  await expect(banner(cy, about)).toHaveCount(0);
  await expect(banner(bea, about)).toHaveCount(0);
  await expect(pages(ada).getByText(/^acknowledged$/)).toBeVisible();
  await expect(pages(ada).getByText('next step in')).toHaveCount(0);

  const offer = cy.getByRole('region', { name: `Nobody commands INC-${number}` });
  await cy.reload();
  await offer.getByRole('button', { name: 'Take command' }).click();
  await expect(cy).toHaveURL(new RegExp(`/incidents/${number}$`));
  await expect(cy.getByText(/^Cy Tan commands/)).toBeVisible();
  await expect(offer).toHaveCount(0);
  expect(await calledIn(robot, number)).toEqual([['bea'], ['cy']]);
});

test('somebody pages by p p; who cannot says so, and the next is called at once', async ({ enter, machine }) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Receipts print twice', severity: 'Medium' });
  const [ada, bea, cy, di] = await Promise.all([
    enter('ada', `/incidents/${number}`),
    enter('bea', '/services'),
    enter('cy', `/incidents/${number}`),
    enter('di'),
  ]);
  for (const page of [ada, cy, di]) await expectLive(page);
  await expect(pages(ada)).toContainText('A page calls people');

  const about = 'Look at the printer with me';
  const dialog = ada.getByRole('dialog', { name: 'Page somebody' });
  await press(ada, 'p p');
  await dialog.getByRole('button', { name: 'Page', exact: true }).click();
  await expect(dialog.getByText('Choose at least one.')).toBeVisible();
  await choose(ada, 'Whom', 'Di Rossi');
  await press(ada, 'Escape');
  await dialog.getByLabel('About').fill(about);
  await expectAccessibleNightAndDay(ada);
  await dialog.getByRole('button', { name: 'Page', exact: true }).click();
  await expect(dialog).toBeHidden();
  await banner(di, about).getByRole('button', { name: 'Acknowledge' }).click();
  await expect(banner(di, about)).toHaveCount(0);
  await expect(pages(ada).getByRole('list', { name: 'Called' })).toHaveText(/Di Rossi\s*acknowledged/);

  // The first of the two keys opens what it opens alone, at once, and the second may come as late as it likes.
  const second = 'Who knows the receipts?';
  await press(ada, 'p');
  await expect(ada.getByRole('radio', { name: 'investigating' })).toBeFocused();
  await press(ada, 'p');
  await dialog.getByLabel('Or by an escalation policy').selectOption('Tills first');
  await dialog.getByLabel('About').fill(second);
  await press(ada, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await banner(bea, second).getByRole('button', { name: 'I cannot' }).click();
  const cannot = bea.getByRole('dialog', { name: 'You cannot take this page' });
  await cannot.getByLabel('Why').fill('On a train');
  await cannot.getByRole('button', { name: 'I cannot' }).click();
  await expect(banner(bea, second)).toHaveCount(0);
  await expect(banner(cy, second)).toBeVisible();
  const row = pages(ada).getByRole('listitem', { name: second });
  await expect(row.getByRole('list', { name: 'Called' })).toHaveText(/Bea Lind\s*cannot.*Cy Tan\s*called/);
  await expectNotice(ada, 'Bea Lind cannot take the page: On a train');

  await row.getByRole('button', { name: /more$/ }).click();
  await ada.getByRole('menuitem', { name: 'Withdraw the page' }).click();
  await expect(banner(cy, second)).toHaveCount(0);
  await expect(pages(ada).getByText('1 ended')).toBeVisible();
  expect(await calledIn(robot, number)).toEqual([['di'], ['bea'], ['cy']]);
});

test('a private incident pages nobody who may not see it', async ({ enter, machine }) => {
  const chief = await machine('administrator');
  const [bea, cy] = await Promise.all([enter('bea'), enter('cy')]);
  for (const page of [bea, cy]) await expectLive(page);
  const draft = { title: 'Somebody took from the tills', services: ['Tills'], private: true, visibleTo: ['cy'] };
  const number = await chief.declare({ ...draft, severity: 'High' });
  await expect(banner(cy, `High: ${draft.title}`)).toBeVisible();
  await expect(banner(bea, `High: ${draft.title}`)).toHaveCount(0);
  expect(await calledIn(chief, number)).toEqual([['cy']]);
  await chief.post(`/${number}/phase`, { to: 'cancelled', reason: 'It was the owner' });
  await expect(banner(cy, `High: ${draft.title}`)).toHaveCount(0);
});

test('of several pages the newest is shown and the others unfold; its key answers the one shown', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Lamps flicker', severity: 'Low' });
  const bea = await enter('bea', '/people', phone);
  const called = bea.getByRole('region', { name: /^You are paged/ });
  const page = (about: string) => robot.post(`/${number}/pages`, { about, targets: [{ kind: 'person', id: 'bea' }] });
  for (const about of ['Lamp one', 'Lamp two', 'Lamp three']) {
    await page(about);
    await expect(banner(bea, about)).toBeVisible();
  }
  await expect(called).toHaveCount(1);
  const more = bea.getByRole('button', { name: '2 more pages wait for you' });
  await more.tap();
  await expect(called).toHaveCount(3);
  await expectAccessibleNightAndDay(bea);
  await more.tap();
  await press(bea, 'y');
  await expect(banner(bea, 'Lamp two')).toBeVisible();
  await expect(called).toHaveCount(1);
  await press(bea, 'y');
  await expect(banner(bea, 'Lamp one')).toBeVisible();
  await expect(bea.getByRole('button', { name: /wait for you/ })).toHaveCount(0);
  await press(bea, 'y');
  await expect(called).toHaveCount(0);
});

test('a page is answered by thumb', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Tills are slow', severity: 'High', services: ['Tills'] });
  const bea = await enter('bea', '/', phone);
  const call = banner(bea, 'High: Tills are slow');
  await expect(call).toBeVisible();
  await expectAccessibleNightAndDay(bea);
  expect(await bea.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await call.getByRole('link', { name: 'Open the room' }).tap();
  await expectLive(bea);
  await expect(call.getByRole('link', { name: 'Open the room' })).toHaveCount(0);
  await bea.getByRole('group', { name: 'Panels' }).getByRole('button', { name: 'Pages 1 open' }).tap();
  await expect(bea.getByRole('dialog', { name: 'Who is called' })).toContainText(/Bea Lind \(you\)\s*called/);
  await press(bea, 'Escape');
  await call.getByRole('button', { name: 'Acknowledge' }).tap();
  await expect(call).toHaveCount(0);
  await bea.getByRole('main').getByRole('button', { name: 'Take command' }).tap();
  await expect(bea.getByText(/^Bea Lind commands/)).toBeVisible();
  expect(await calledIn(robot, number)).toEqual([['bea']]);
});
