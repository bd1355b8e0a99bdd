import { startMailServer } from '@/lib/notify/testing/mail-server';
import { choose, expectLive, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { setUpMail } from './fixtures/mail';
import { expect, test } from './fixtures/test';
import { row } from './fixtures/timeline';

test('a step of a policy writes to a vendor, which nobody outside may read more of than they should', async ({
  app,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const mails = await startMailServer();
  const ada = await enter('ada', '/settings/channels');
  await setUpMail(ada, mails);
  await app.query(
    `insert into vendor (id, name, account, contract, email) values ('palewire', 'Palewire', 'pw-7', 'Gold', 'desk@palewire.example')`,
  );
  await ada.goto('/escalation');
  await hydrated(ada);
  await press(ada, 'a');
  const form = ada.getByRole('dialog', { name: 'Add an escalation policy' });
  await form.getByLabel('Name', { exact: true }).fill('Lines');
  await choose(ada, 'Step 1 pages', 'Palewire');
  await press(ada, 'Escape');
  await form.getByRole('button', { name: 'Add a step' }).click();
  await choose(ada, 'Step 2 pages', 'Bea Lind');
  await press(ada, 'Escape');
  await press(ada, 'Control+Enter');
  await expect(form).toBeHidden();
  await expect(ada.getByRole('list', { name: 'Steps of Lines' })).toContainText('Palewire (vendor)');
  const robot = await machine('administrator');
  await expect(await robot.http.patch('/api/v1/services/checkout', { data: { policy: 'Lines' } })).toBeOK();
  await ada.goto('/preflight?service=checkout&severity=High');
  const plan = ada.getByRole('list', { name: 'Pages by Lines' }).getByRole('listitem');
  await expect(plan.filter({ hasText: 'T+0' })).toContainText('Nobody here is asked to answer.');
  const gaps = ada.getByRole('region', { name: 'Gaps in the next four weeks' });
  await expect(gaps).toContainText('writes to vendors alone: nobody here is asked to answer.');
  await expectAccessibleNightAndDay(ada);
  await ada.goto('/matrix');
  await expect(ada.getByRole('row', { name: /Checkout/ })).toContainText('at once Palewire (vendor, e-mail)');
  await expectAccessibleNightAndDay(ada);

  const number = await robot.declare({ title: 'db-7 dropped its lines', severity: 'High', services: ['Checkout'] });
  await expect.poll(() => mails.got.length).toBe(1);
  const [got] = mails.got;
  expect(got?.to).toEqual(['desk@palewire.example']);
  expect(got?.mail.subject).toContain(`please help us with Palewire (INC-${number} High)`);
  for (const said of ['pw-7', 'Gold', `INC-${number}`, 'the second of our four levels'])
    expect(got?.mail.text).toContain(said);
  expect(got?.raw).not.toMatch(/db-7|\/incidents\/|\/a\//);

  await ada.goto(`/incidents/${number}?show=everything`);
  await expectLive(ada);
  const asked = ada.getByRole('region', { name: 'Vendors' }).getByRole('listitem', { name: 'Palewire' });
  await expect(asked).toContainText(/ask again in 1[45]:\d\d/);
  await row(ada, /Palewire is asked for help by e-mail/)
    .getByRole('button', { name: 'What to do with this fact' })
    .click();
  await ada.getByRole('menuitem', { name: 'Who was told' }).click();
  const told = ada.getByRole('dialog', { name: 'Who was told' }).getByRole('listitem', { name: 'Palewire' });
  await expect(told).toContainText(/E-mail sent after \d.*desk@palewire\.example/);
  await expectAccessibleNightAndDay(ada);
  await mails.stop();
});
