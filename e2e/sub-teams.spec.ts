import { choose, expectLive, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const crowd = ['Finn Abel', 'Gus Berg', 'Hal Cole', 'Ina Dorn', 'Jo Ebner', 'Kim Falk', 'Lou Gast', 'Max Horn'];
const idOf = (name: string) => name.split(' ')[0]?.toLowerCase() ?? '';

test('eight who report to one are too many: a sub-team forms, people move, and its lead cannot just leave', async ({
  app,
  company,
  enter,
  machine,
}) => {
  test.setTimeout(90_000);
  expect(company.tokens.responder).not.toBe('');
  for (const name of crowd) {
    await app.query(`insert into person (id, name, email, role) values ($1, $2, $3, 'responder')`, [
      idOf(name),
      name,
      `${idOf(name)}@example.com`,
    ]);
  }
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'All the lifts stand still', severity: 'Critical' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  for (const page of [ada, bea]) await expectLive(page);
  await press(ada, 'c');
  const panel = ada.getByRole('region', { name: 'Responders' });
  for (const name of crowd.slice(0, 7)) {
    await robot.post(`/${number}/tasks`, { title: `Look at lift ${name}`, assignee: idOf(name), boxMinutes: 30 });
  }
  await expect(ada.getByRole('region', { name: 'Tasks' }).getByRole('listitem')).toHaveCount(7);
  await expect(panel.getByText(/people report to/)).toHaveCount(0);
  await robot.post(`/${number}/tasks`, { title: 'Look at lift 8', assignee: 'max', boxMinutes: 30 });
  await expect(panel.getByText('8 people report to Ada King. Form a sub-team with a lead.')).toBeVisible();

  await panel.getByRole('button', { name: 'Form' }).click();
  const form = ada.getByRole('dialog', { name: 'Form a sub-team' });
  await form.getByRole('button', { name: 'Form sub-team' }).click();
  await expect(form.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Name')).toBeFocused();
  await form.getByLabel('Name').fill('North tower');
  await form.getByRole('button', { name: 'Form sub-team' }).click();
  await expect(form.getByRole('button', { name: 'Lead' })).toBeFocused();
  await choose(ada, 'Lead', 'Finn Abel');
  await ada.getByRole('button', { name: /^Members/ }).click();
  for (const name of ['Gus Berg', 'Hal Cole']) await ada.getByRole('option', { name }).click();
  await press(ada, 'Escape');
  await form.getByRole('button', { name: 'Form sub-team' }).click();
  await expect(form).toBeHidden();
  await expect(panel.getByText(/people report to/)).toHaveCount(0);
  const teams = bea.getByRole('region', { name: 'Responders' }).getByRole('listitem');
  await expect(teams.filter({ hasText: 'North tower' })).toContainText('led by Finn Abel');

  // A second one takes a member over, and gets another lead.
  await press(bea, 'i w');
  const second = bea.getByRole('dialog', { name: 'Form a sub-team' });
  await second.getByLabel('Name').fill('South tower');
  await choose(bea, 'Lead', 'Ina Dorn');
  await choose(bea, 'Members', 'Bea Lind');
  await press(bea, 'Escape');
  await second.getByRole('button', { name: 'Form sub-team' }).click();
  await expect(second).toBeHidden();
  await teams.filter({ hasText: 'South tower' }).getByRole('button', { name: 'Change South tower' }).click();
  const change = bea.getByRole('dialog', { name: 'Change South tower' });
  await bea.getByRole('button', { name: /^Members/ }).click();
  await expect(bea.getByRole('option', { name: /Hal Cole.*in North tower/ })).toBeVisible();
  await bea.getByRole('option', { name: /Hal Cole/ }).click();
  await press(bea, 'Escape');
  await choose(bea, 'Lead', 'Bea Lind');
  await change.getByRole('button', { name: 'Save sub-team' }).click();
  await expect(change).toBeHidden();
  await expect(teams.filter({ hasText: 'South tower' })).toContainText('led by Bea Lind');
  const moved = (await robot.facts(number)).findLast(({ kind }) => kind === 'subteam.changed');
  expect(moved?.data).toMatchObject({ name: 'South tower', lead: { id: 'bea' }, members: [{ id: 'hal' }] });
  await expect(
    ada
      .getByRole('region', { name: 'Responders' })
      .getByRole('listitem')
      .filter({ hasText: 'North tower' })
      .getByRole('img', { name: /Hal Cole/ }),
  ).toHaveCount(0);

  await press(bea, 'i j');
  await expect(bea.getByText('You joined')).toBeVisible();
  await press(bea, 'i l');
  await expect(bea.getByText('You lead “South tower”. Give it another lead before you leave.')).toBeVisible();
  await teams.filter({ hasText: 'South tower' }).getByRole('button', { name: 'Change South tower' }).click();
  await change.getByRole('button', { name: 'Dissolve' }).click();
  await expect(change).toBeHidden();
  await expect(teams.filter({ hasText: 'South tower' })).toHaveCount(0);
  await press(bea, 'i l');
  await expect(bea.getByText('You left')).toBeVisible();
});
