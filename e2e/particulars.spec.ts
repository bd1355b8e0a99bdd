import { choose, expectLive, expectNotice, MINUTE, postUpdate, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

test('title and services are set right while others do the same, and whoever is slower is told', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Something is slow', severity: 'Medium' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  for (const page of [ada, bea]) await expectLive(page);

  await press(bea, 'i t');
  const slower = bea.getByRole('dialog', { name: 'Rename the incident' });
  await slower.getByLabel('Title').fill('Search is slow');
  await press(ada, 'i t');
  const dialog = ada.getByRole('dialog', { name: 'Rename the incident' });
  await dialog.getByLabel('Title').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Title').fill('Checkout is slow');
  await dialog.getByLabel('Summary').fill('Every page of it takes **nine seconds**.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(slower.getByText('Somebody called it “Checkout is slow” meanwhile.')).toBeVisible();
  await expect(slower.getByLabel('Title')).toHaveValue('Search is slow');
  await expect(slower.getByRole('button', { name: 'Save' })).toBeDisabled();
  await press(bea, 'Escape');

  const services = (page: typeof ada) => page.getByRole('region', { name: 'Services' });
  await press(ada, 'i s');
  await choose(ada, 'Services', 'Checkout');
  await press(ada, 'Escape');
  await ada.getByRole('button', { name: 'Save services' }).click();
  await expect(services(bea).getByText('Checkout', { exact: true })).toBeVisible();
  await expectNotice(bea, 'Ada King added Checkout');
  await services(bea).getByRole('button', { name: 'Change' }).click();
  const change = bea.getByRole('dialog', { name: 'Change the services' });
  await change.getByRole('button', { name: 'Remove Checkout' }).click();
  await choose(bea, 'Services', 'Payments API');
  await press(bea, 'Escape');
  await change.getByRole('button', { name: 'Save services' }).click();
  await expect(services(ada).getByText('Payments API', { exact: true })).toBeVisible();
  await expect(
    services(ada).getByText('Told by severity policy version 1: The teams that own the services.'),
  ).toBeVisible();

  await ada.goto('/');
  await expect(ada.getByRole('listitem').filter({ hasText: 'Checkout is slow' })).toContainText('Payments API');
});

test('help is asked for in words, and whoever can give it is told', async ({ enter, machine }) => {
  const number = await (
    await machine('responder')
  ).declare({ title: 'The queue grows', severity: 'High', services: ['Payments API'] });
  const [ada, bea, cy] = await Promise.all([enter('ada'), enter('bea'), enter('cy', `/incidents/${number}`)]);
  for (const page of [ada, bea, cy]) await expectLive(page);
  await press(cy, 'i h');
  const dialog = cy.getByRole('dialog', { name: 'Ask for help' });
  await dialog.getByRole('button', { name: 'Ask for help' }).click();
  await expect(dialog.getByLabel('What is missing')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('What is missing').fill('Somebody who knows the queue');
  await dialog.getByRole('button', { name: 'Ask for help' }).click();
  await expect(dialog).toBeHidden();
  for (const page of [ada, bea]) await expectNotice(page, 'Cy Tan asked for help: Somebody who knows the queue');
});

test('every key is on one page, those that do nothing now among them', async ({ enter, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'Keys were lost', severity: 'High' });
  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  await press(ada, '?');
  const help = ada.getByRole('dialog', { name: 'Keys' });
  for (const verb of ['Write update', 'Take command', 'Assign a task', 'Ask for help', 'Next fact', 'Find anything']) {
    await expect(help.getByRole('listitem').filter({ hasText: verb }), verb).toHaveCount(1);
  }
  await expect(help.getByRole('listitem').filter({ hasText: 'Confirm no change' })).toContainText('not now');
  await expect(help.getByRole('listitem').filter({ hasText: 'Export as' })).toHaveCount(0);
});

test('an update is snoozed once, by a quarter of an hour at most, with a reason that everyone reads', async ({
  clock,
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Ferries wait', severity: 'High' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  for (const page of [ada, bea]) await expectLive(page);
  await press(ada, 'c');
  await expect(bea.getByText('Ada King commands')).toBeVisible();
  const owed = (await robot.read(number)).updateDueAt ?? '';

  await press(ada, 'z');
  const dialog = ada.getByRole('dialog', { name: 'Snooze the update' });
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await dialog.getByRole('radio', { name: '15 min' }).check();
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await expect(dialog.getByLabel('Why')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Why').fill('On the radio with the harbour');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await expect(dialog).toBeHidden();
  await expect(bea.getByText(', snoozed')).toBeVisible();
  const until = (await robot.read(number)).updateDueAt ?? '';
  expect(Date.parse(until) - Date.parse(owed)).toBe(15 * MINUTE);
  await bea.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: 'Everything' }).click();
  await expect(
    bea.getByText('Ada King snoozed the update by 15 minutes: On the radio with the harbour').first(),
  ).toBeVisible();
  for (const page of [ada, bea]) {
    await expect(page.getByRole('button', { name: 'Snooze' })).toHaveAttribute('aria-disabled', 'true');
  }
  await press(bea, 'z');
  await expect(bea.getByRole('dialog')).toHaveCount(0);

  await clock.reach(until);
  await expect(bea.getByText('update owed since')).toBeVisible();
  await postUpdate(ada, { Status: 'The harbour answers', Actions: 'Talking', Next: 'Sail' });
  await expect(ada.getByRole('button', { name: 'Snooze' })).not.toHaveAttribute('aria-disabled', 'true');
});
