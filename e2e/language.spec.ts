import { startMailServer } from '@/lib/notify/testing/mail-server';
import { choose, ways } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { mailTo, setUpMail } from './fixtures/mail';
import { phone } from './fixtures/phone';
import { expect, test } from './fixtures/test';

test('a reader of German in Berlin is written to in German, by the clocks of Berlin', async ({
  browser,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const mails = await startMailServer();
  const [ada, di] = await Promise.all([enter('ada'), enter('di', '/settings/account')]);
  await setUpMail(ada, mails);
  await di.getByLabel('Language of messages').selectOption('Deutsch');
  await choose(di, 'Time zone', 'Europe/Berlin');
  await expectAccessibleNightAndDay(di);
  await di.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(di.getByText('Saved', { exact: true })).toBeVisible();
  await di.goto('/settings/notifications');
  await di.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = di.getByRole('dialog', { name: 'Add a way to reach you' });
  await dialog.getByLabel('E-mail address').fill('di@example.com');
  await dialog.getByRole('button', { name: 'Send the code' }).click();
  await expect(dialog).toBeHidden();
  const [code = ''] = /\d{6}/.exec(await mailTo(mails, 'di@example.com', /Der Code lautet/)) ?? [];
  await ways(di).getByLabel('The code that was sent').fill(code);
  await ways(di).getByRole('button', { name: 'Verify' }).click();
  await expect(ways(di).getByText('not verified')).toHaveCount(0);

  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The heating is cold', severity: 'Low' });
  await robot.post(`/${number}/pages`, { about: 'Look at the heating', targets: [{ kind: 'person', id: 'di' }] });
  const text = await mailTo(mails, 'di@example.com', /bitte bestätigen/);
  expect(text).toMatch(new RegExp(`^INC-${number} Niedrig: The heating is cold\\n`));
  const [declared] = await robot.facts(number);
  const berlin = { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  expect(text).toContain(`Seit ${new Intl.DateTimeFormat('de', berlin).format(new Date(declared?.at ?? ''))}.`);
  const [link = ''] = /Bestätigen:\s+(http\S+\/a\/[\w.-]+)/.exec(text)?.slice(1) ?? [];
  const outside = await (await browser.newContext(phone)).newPage();
  await outside.goto(link);
  await expect(outside.locator('[lang=de]')).toContainText(/Di Rossi wurde um \d\d:\d\d MES?Z alarmiert/);
  await expectAccessibleNightAndDay(outside);
  await outside.getByRole('button', { name: 'Bestätigen' }).tap();
  await expect(outside.getByText('Bestätigt: Niemand sonst wird alarmiert.')).toBeVisible();
  await outside.context().close();
  await mails.stop();
});
