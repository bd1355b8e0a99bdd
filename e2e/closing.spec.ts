import { type Page } from '@playwright/test';
import { choose, expectLive, MINUTE, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const now = (page: Page) => page.getByRole('region', { name: 'Now' });
const life = (page: Page) => page.getByRole('list', { name: 'Life of the incident' });

test('an incident is resolved with a last word and a settled severity, and every screen says so', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The lift plays no music', severity: 'unsure' });
  const path = `/incidents/${number}`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);
  await press(ada, 'p');
  const dialog = ada.getByRole('dialog', { name: 'Where are we now?' });
  await expect(dialog).toContainText('How bad it is was not settled yet. Until then it counts as High.');
  await dialog.getByRole('radio', { name: 'resolved' }).check();
  await press(ada, 'Control+Enter');

  const form = ada.getByRole('form', { name: 'Update' });
  await expect(form.getByRole('heading', { name: 'The closing update: how did it end?' })).toBeVisible();
  await expect(form.getByLabel('Actions', { exact: true })).toHaveValue('Nothing more: it is over.');
  await form.getByLabel('Status', { exact: true }).fill('It plays again in every cabin.');
  await press(ada, 'Control+Enter');
  await expect(form.getByLabel('Severity')).toHaveAccessibleDescription('Say how bad it was before you resolve it.');
  await form.getByLabel('Severity').selectOption('Low');
  await press(ada, 'Control+Enter');

  await expect(form).toBeHidden();
  for (const page of [ada, bea]) {
    await expect(now(page)).toContainText(/Resolved by Ada King at \d\d:\d\d, after \d+ s\./);
    await expect(now(page)).toContainText(/Last status\s*It plays again in every cabin\./);
    await expect(page.getByRole('button', { name: /^Low/ })).toBeVisible();
    await expect(life(page)).toContainText(/mitigate skipped\s*communicate\s*resolve\s*resolved \d+ s ago/);
  }
  const told = (await robot.facts(number)).map(({ kind }) => kind);
  expect(told.slice(-3)).toEqual(['update.posted', 'severity.changed', 'phase.changed']);
});

test('a machine resolves by the phase alone; the room says who it was, and that no word was left', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The sprinkler dripped', severity: 'unsure' });
  await robot.post(`/${number}/phase`, { to: 'resolved' });
  const ada = await enter('ada', `/incidents/${number}`);
  await expect(now(ada)).toContainText(/Resolved by machine responder at \d\d:\d\d, after \d+ s\./);
  await expect(now(ada)).toContainText('It ended without an update.');
  await expect(life(ada)).toContainText(/mitigate skipped\s*communicate skipped/);
  await expect(ada.getByRole('button', { name: /^High \(unsure\)/ })).toBeVisible();
  await ada.goto('/incidents');
  await expect(ada.getByRole('listitem').filter({ hasText: 'The sprinkler dripped' })).toContainText('High (unsure)');
});

test('a handover’s brief follows the room while it is written, and keeps what was typed', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The sign spells it wrong', severity: 'High' });
  const path = `/incidents/${number}`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);
  await press(ada, 'c');
  await expect(bea.getByText('Ada King commands')).toBeVisible();
  await press(ada, 'h');
  const brief = ada.getByRole('dialog', { name: 'Hand over' }).getByLabel('Brief');
  await expect(brief).toHaveValue(/- Responders: Ada King\n/);
  await press(bea, 'i j');
  await expect(brief).toHaveValue(/- Responders: Ada King, Bea Lind\n/);

  await brief.focus();
  await press(ada, 'Control+End');
  await ada.keyboard.insertText('\n- The painter is on line 2');
  await robot.post(`/${number}/tasks`, { title: 'Fetch the ladder', assignee: 'bea', boxMinutes: 30 });
  await expect(brief).toHaveValue(/- Bea Lind: Fetch the ladder \(until \d\d:\d\d UTC\)\n/);
  await ada.keyboard.insertText(', Cy knows him');
  await expect(brief).toHaveValue(/\n- The painter is on line 2, Cy knows him$/);
  await choose(ada, 'To', 'Bea Lind');
  await ada.getByRole('button', { name: 'Offer handover' }).click();
  const offer = bea.getByRole('region', { name: 'Ada King offers you command' });
  await expect(offer).toContainText('Fetch the ladder');
  await expect(offer).toContainText('The painter is on line 2, Cy knows him');
});

test('whoever is too late to object is told before pressing, and puts the words to use', async ({
  clock,
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The fountain foams', severity: 'High' });
  const path = `/incidents/${number}`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);
  await robot.post(`/${number}/decisions`, { text: 'drain the basin', windowSeconds: 60 });
  const object = async (words: string) => {
    await bea.getByRole('button', { name: 'Object', exact: true }).click();
    await bea.getByLabel('Why it would do harm').fill(words);
  };
  const dialog = bea.getByRole('dialog', { name: 'Object' });
  await object('The fish are still in it');
  await expect(dialog.getByRole('timer')).toHaveText(/^00:\d\d$/);
  await clock.advance(MINUTE);
  await expect(dialog.getByRole('alert')).toContainText('The time for objections is over. What you wrote is kept');
  await expect(dialog.getByLabel('Why it would do harm')).toHaveValue('The fish are still in it');
  await dialog.getByRole('button', { name: 'Add it as an event' }).click();
  await expect(dialog).toBeHidden();
  expect((await robot.facts(number)).at(-1)).toMatchObject({
    kind: 'note.added',
    data: { text: 'Too late to object to “drain the basin”: The fish are still in it' },
  });

  await robot.post(`/${number}/decisions`, { text: 'pour in vinegar', windowSeconds: 60 });
  await object('cover it with a tarpaulin');
  await clock.advance(MINUTE);
  await dialog.getByRole('button', { name: 'Propose otherwise' }).click();
  await expect(bea.getByLabel('We will')).toHaveValue('cover it with a tarpaulin');
  await press(bea, 'Control+Enter');
  await expect(ada.getByRole('region', { name: 'Decisions' })).toContainText('cover it with a tarpaulin');
});
