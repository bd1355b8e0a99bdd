import { choose, press } from './fixtures/acts';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test('services are written down, drawn as a map, and a circle is explained', async ({ enter }) => {
  const ada = await enter('ada', '/services');
  await hydrated(ada);
  await press(ada, 'a');
  const dialog = ada.getByRole('dialog', { name: 'Add a service' });
  await dialog.getByLabel('Name').fill('Ledger');
  await dialog.getByRole('radio', { name: /Tier 1/ }).check();
  await dialog.getByLabel('Owned by').selectOption({ label: 'Payments' });
  await press(ada, 'Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(ada.getByRole('row', { name: /Ledger/ })).toContainText('Payments');

  await ada.getByRole('link', { name: 'Checkout' }).click();
  await expect(ada.getByRole('heading', { name: 'Checkout', level: 1 })).toBeVisible();
  await press(ada, 'e');
  await choose(ada, 'Needs', 'Ledger');
  await press(ada, 'Escape');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('region', { name: 'Needs' })).toContainText('Ledger');

  await ada.goto('/services/ledger');
  await hydrated(ada);
  await press(ada, 'e');
  await choose(ada, 'Needs', 'Checkout');
  await press(ada, 'Escape');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(
    ada.getByText('That closes a circle: Ledger → Checkout → Ledger. Remove one of these first.'),
  ).toBeVisible();
  await press(ada, 'Escape');

  await ada.goto('/services?view=map');
  const map = ada.getByRole('region', { name: 'Map of services' });
  await expect(map.getByRole('link', { name: /^Checkout, tier 1; needs Ledger/ })).toBeVisible();
  await expect(map.getByRole('link', { name: /^Ledger, tier 1; needs nothing; needed by Checkout/ })).toBeVisible();
});

test('the second of two editors is told, and saves with open eyes', async ({ browser, enter, company }) => {
  const ada = await enter('ada', '/services/payments-api');
  await hydrated(ada);
  const elsewhere = await browser.newContext({ storageState: await company.session('ada', true) });
  const other = await elsewhere.newPage();
  await other.goto(ada.url());
  await hydrated(other);
  for (const page of [ada, other]) await page.getByRole('button', { name: 'Change' }).click();
  await ada.getByLabel('What it does').fill('Talks to the banks.');
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByText('Talks to the banks.')).toBeVisible();

  const dialog = other.getByRole('dialog', { name: 'Change Payments API' });
  await dialog.getByLabel('What it does').fill('Talks to the card networks.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ada King changed this while you were editing.');
  await expect(dialog.getByRole('alert')).toContainText('Talks to the banks.');
  await expect(dialog.getByLabel('What it does')).toHaveValue('Talks to the card networks.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(other.getByText('Talks to the card networks.')).toBeVisible();
  await elsewhere.close();
});

test('the severity policy changes for what is declared from then on', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const before = await robot.declare({ title: 'Under the old policy', severity: 'Medium' });
  const ada = await enter('ada', '/policy');
  await hydrated(ada);
  await press(ada, 'e');
  const medium = ada.getByRole('group', { name: 'Medium' });
  await medium.getByLabel('Updates every, minutes').fill('30');
  await expect(ada.getByText('1 change, for what is declared from then on.')).toBeVisible();
  await medium.getByLabel('Commanded within, minutes').fill('10');
  await expect(ada.getByText('High is answered within 15 minutes, later than Medium (10 minutes).')).toBeVisible();
  await ada.getByRole('button', { name: 'Put version 2 in force' }).click();
  await expect(ada.getByRole('row', { name: /Medium/ })).toContainText('30 minutes');
  await expect(ada.getByText('governs 1 open incident')).toBeVisible();

  const after = await robot.declare({ title: 'Under the new policy', severity: 'Medium' });
  const governed = async (number: number) => {
    const [first] = await robot.facts(number);
    return first?.kind === 'incident.declared' ? first.data.policy.version : 0;
  };
  expect(await governed(before)).toBe(1);
  expect(await governed(after)).toBe(2);
});

test('an own role is owed in the room, and an observer changes nothing', async ({ enter, machine }) => {
  const ada = await enter('ada', '/roles');
  await hydrated(ada);
  await press(ada, 'a');
  await ada.getByLabel('Name').fill('Customer liaison');
  await ada.getByLabel('Instructions').fill('Say what customers say.');
  await ada.getByRole('checkbox', { name: 'High' }).check();
  await press(ada, 'Control+Enter');
  await expect(ada.getByRole('heading', { name: 'Customer liaison' })).toBeVisible();
  const number = await (await machine('responder')).declare({ title: 'Customers call', severity: 'High' });
  await ada.goto(`/incidents/${number}`);
  await expect(ada.getByRole('region', { name: 'Roles' }).getByText('Customer liaison')).toBeVisible();

  const eve = await enter('eve', '/roles');
  await expect(eve.getByRole('heading', { name: 'Customer liaison' })).toBeVisible();
  for (const path of ['/roles', '/services', '/services/checkout', '/teams', '/policy']) {
    await eve.goto(path);
    await expect(eve.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(eve.getByRole('button', { name: /^(Change|Add|Form|Delete)/ })).toHaveCount(0);
  }
  await eve.goto('/policy/change');
  await expect(eve).toHaveURL(/\/policy$/);
});

test('a team and its leads are kept', async ({ enter }) => {
  const ada = await enter('ada', '/teams');
  await hydrated(ada);
  await press(ada, 'a');
  const dialog = ada.getByRole('dialog', { name: 'Form a team' });
  await dialog.getByLabel('Name').fill('Warehouse');
  await choose(ada, 'Members', 'Di Rossi');
  await press(ada, 'Escape');
  await choose(ada, 'Leads', 'Di Rossi');
  await press(ada, 'Escape');
  await dialog.getByRole('button', { name: 'Form the team' }).click();
  await expect(dialog).toBeHidden();
  const team = ada.getByRole('region', { name: 'Warehouse' });
  await expect(team).toContainText('Di Rossi');
  await expect(team).toContainText('lead');

  await team.getByRole('button', { name: 'Delete Warehouse' }).click();
  await ada.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(team).toHaveCount(0);
});
