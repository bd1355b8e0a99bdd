import { expectLive, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

const DAY = 86_400_000;

test('a duplicate ends in the incident that goes on, for everyone who is in it, and both keep their facts', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const goes = await robot.declare({ title: 'Nobody can pay', severity: 'Critical' });
  const twin = await robot.declare({ title: 'Cards are refused', severity: 'High' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${twin}`), enter('bea', `/incidents/${twin}`)]);
  for (const page of [ada, bea]) await expectLive(page);

  await press(ada, 'i m');
  const dialog = ada.getByRole('dialog', { name: `Merge INC-${twin} as a duplicate` });
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog.getByText('Choose the incident in which it goes on.')).toBeVisible();
  await dialog.getByRole('button', { name: /^It goes on in/ }).click();
  await expect(ada.getByRole('option', { name: 'Cards are refused' })).toHaveCount(0);
  await ada.getByRole('option', { name: `Nobody can pay INC-${goes}` }).click();
  await dialog.getByLabel('Why').fill('The same bank');
  await dialog.getByRole('button', { name: 'Merge' }).click();

  await expect(ada).toHaveURL(new RegExp(`/incidents/${goes}$`));
  const services = ada.getByRole('region', { name: 'Services' });
  await expect(services.getByRole('link', { name: `INC-${twin}` })).toBeVisible();
  await expect(
    ada.getByText(`Ada King merged INC-${twin} “Cards are refused” into this incident.`).first(),
  ).toBeVisible();

  await expect(bea.getByRole('link', { name: `goes on in INC-${goes}` })).toBeVisible();
  await expect(bea.getByText(`Work goes on in INC-${goes}.`)).toBeVisible();
  await expect(bea.getByText(`Ada King merged it into INC-${goes}: The same bank`).first()).toBeVisible();
  await expect(bea.getByText('declared “Cards are refused”')).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Task' })).toHaveAttribute('aria-disabled', 'true');
  await expect(bea.getByRole('button', { name: 'Take command' })).toHaveCount(0);
  await bea.getByRole('link', { name: `goes on in INC-${goes}` }).click();
  await expect(bea.getByRole('heading', { name: 'Nobody can pay' })).toBeVisible();
  await bea.goto('/');
  await expect(bea.getByRole('listitem').filter({ hasText: 'Cards are refused' })).toHaveCount(0);
});

test('a false alarm is cancelled and reopened with a reason each; its clocks stop and start', async ({
  enter,
  machine,
}) => {
  const number = await (await machine('responder')).declare({ title: 'Smoke in the hall', severity: 'High' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  for (const page of [ada, bea]) await expectLive(page);
  await expect(bea.getByText(/Nobody commands/)).toBeVisible();

  await press(ada, 'p');
  await ada.getByRole('radio', { name: 'cancelled' }).check();
  await ada.getByRole('button', { name: 'Move to cancelled' }).click();
  const why = ada.getByLabel('Why was it a false alarm?');
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('It was the toaster');
  await ada.getByRole('button', { name: 'Move to cancelled' }).click();
  await expect(bea.getByText('No update is owed any more.')).toBeVisible();
  await expect(bea.getByText('It was a false alarm. Nothing is owed.')).toBeVisible();
  await expect(bea.getByText('Ada King moved it from triage to cancelled: It was the toaster').first()).toBeVisible();

  await press(bea, 'p');
  await bea.getByRole('button', { name: 'Move to investigating' }).click();
  await expect(bea.getByLabel('Why does it start again?')).toHaveAttribute('aria-invalid', 'true');
  await bea.getByLabel('Why does it start again?').fill('There is no toaster');
  await bea.getByRole('button', { name: 'Move to investigating' }).click();
  await expect(ada.getByText(/Nobody commands · respond within/)).toBeVisible();
  await expect(ada.getByText('next update by')).toBeVisible();
});

test('what ended more than a week ago is not reopened', async ({ clock, enter, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'An old story', severity: 'Low' });
  await robot.post(`/${number}/phase`, { to: 'resolved' });
  await clock.advance(7 * DAY + 60_000);
  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  await press(ada, 'p');
  await expect(ada.getByRole('radio', { name: 'closed' })).toBeChecked();
  await expect(ada.getByRole('radio', { name: 'investigating' })).toHaveCount(0);
  await ada.getByRole('button', { name: 'Move to closed' }).click();
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  await press(ada, 'p');
  await expect(ada.getByText(/ended more than 7 days ago/)).toBeVisible();
});
