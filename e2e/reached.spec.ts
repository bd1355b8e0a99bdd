import { type Page } from '@playwright/test';
import { startMailServer } from '@/lib/notify/testing/mail-server';
import { expectLive, press, ways } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { type Mails, mailTo, setUpMail } from './fixtures/mail';
import { phone } from './fixtures/phone';
import { expect, test } from './fixtures/test';
import { row } from './fixtures/timeline';

/** Bea says how she is reached by mail, and that it is hers. */
async function addMail(bea: Page, mails: Mails, address: string): Promise<void> {
  await bea.getByRole('button', { name: 'Add', exact: true }).click();
  const dialog = bea.getByRole('dialog', { name: 'Add a way to reach you' });
  await dialog.getByLabel('E-mail address').fill(address);
  await dialog.getByRole('button', { name: 'Send the code' }).click();
  await expect(dialog).toBeHidden();
  const [code = ''] = /\d{6}/.exec(await mailTo(mails, address, /is this yours/)) ?? [];
  await ways(bea).getByLabel('The code that was sent').fill(code);
  await ways(bea).getByRole('button', { name: 'Verify' }).click();
  await expect(ways(bea).getByText('not verified')).toHaveCount(0);
}

test('a page finds whoever is not there by mail, and one press in it acknowledges', async ({
  browser,
  enter,
  machine,
  request,
}) => {
  test.setTimeout(120_000);
  const mails = await startMailServer();
  const [ada, bea] = await Promise.all([enter('ada'), enter('bea', '/settings/notifications')]);
  await setUpMail(ada, mails);

  await expect(bea.getByText('nobody can call you')).toBeVisible();
  await bea.reload();
  await press(bea, 'a');
  const dialog = bea.getByRole('dialog', { name: 'Add a way to reach you' });
  await dialog.getByLabel('E-mail address').fill('bea.example.com');
  await dialog.getByRole('button', { name: 'Send the code' }).click();
  await expect(dialog.getByLabel('E-mail address')).toBeFocused();
  await expectAccessibleNightAndDay(bea);
  await press(bea, 'Escape');
  await addMail(bea, mails, 'bea@example.com');
  await expect(bea.getByText('nobody can call you')).toHaveCount(0);
  await ways(bea).getByRole('button', { name: 'Send a test' }).click();
  await expect(ways(bea).getByText(/^The test was sent in \d+\.\d s\.$/)).toBeVisible();
  await mailTo(mails, 'bea@example.com', /A test from Quarterdeck/);
  await expectAccessibleNightAndDay(bea);
  await bea.close();

  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The till is dark', severity: 'Low' });
  await ada.goto(`/incidents/${number}?show=everything`);
  await expectLive(ada);
  await robot.post(`/${number}/pages`, { about: 'Look at the till', targets: [{ kind: 'person', id: 'bea' }] });
  const pages = ada.getByRole('region', { name: 'Pages' });
  await expect(pages.getByRole('list', { name: 'How Bea Lind is told' })).toContainText(/E-mail sent after \d/);

  const text = await mailTo(mails, 'bea@example.com', /You are paged/);
  expect(text).toContain('Look at the till');
  const [link = ''] = /http\S+\/a\/[\w.-]+/.exec(text) ?? [];
  // A scanner that opens every link answers nothing.
  for (const look of [request.get(link), request.head(link)]) expect((await look).ok()).toBe(true);

  const outside = await (await browser.newContext(phone)).newPage();
  await outside.goto(link);
  await expect(pages.getByText(/^called$/)).toBeVisible();
  await expect(outside.getByText('Look at the till')).toBeVisible();
  await expectAccessibleNightAndDay(outside);
  await outside.getByRole('button', { name: 'Acknowledge' }).tap();
  await expect(outside.getByText('You acknowledged: nobody else is called.')).toBeVisible();
  await expectAccessibleNightAndDay(outside);
  await expect(pages.getByText(/^acknowledged$/)).toBeVisible();
  const facts = await robot.facts(number);
  expect(facts.find(({ kind }) => kind === 'page.acknowledged')?.data).toMatchObject({
    person: { id: 'bea' },
    via: 'link',
  });
  await outside.context().close();

  await row(ada, /^\S+\s*Paged Bea Lind\.$/)
    .getByRole('button', { name: 'What to do with this fact' })
    .click();
  await ada.getByRole('menuitem', { name: 'Who was told' }).click();
  const ledger = ada.getByRole('dialog', { name: 'Who was told' }).getByRole('listitem', { name: 'Bea Lind' });
  await expect(ledger).toContainText(/E-mail answered by it after \d.*be…@example\.com/);
  await expectAccessibleNightAndDay(ada);
  await mails.stop();
});

test('who cannot says so by the link, and the next is called', async ({ browser, app, enter, machine }) => {
  test.setTimeout(90_000);
  const mails = await startMailServer();
  const [ada, cy] = await Promise.all([enter('ada'), enter('cy', '/settings/notifications')]);
  await setUpMail(ada, mails);
  await addMail(cy, mails, 'cy@example.com');
  const steps = ['cy', 'di'].map((id) => ({ targets: [{ kind: 'person', id }], waitMinutes: 5 }));
  await app.query(`insert into escalation_policy (id, name, steps, repeats) values ('two', 'Two', $1, 0)`, [
    JSON.stringify(steps),
  ]);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The lamp is dark', severity: 'Low' });
  await robot.post(`/${number}/pages`, { about: 'Look at the lamp', policy: 'two' });
  const [link = ''] = /http\S+\/a\/[\w.-]+/.exec(await mailTo(mails, 'cy@example.com', /lamp/)) ?? [];
  const outside = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await outside.goto(link);
  await outside.getByRole('button', { name: 'I cannot' }).click();
  await expect(outside.getByText('You said that you cannot: whoever is next is called.')).toBeVisible();
  const called = async () =>
    (await robot.facts(number)).flatMap((fact) =>
      fact.kind === 'page.called' ? fact.data.people.map(({ id }) => id) : [],
    );
  await expect.poll(called).toEqual(['cy', 'di']);
  await outside.goto(`${link}x`);
  await expect(outside.getByRole('heading', { name: 'This link answers no page' })).toBeVisible();
  await outside.context().close();
  await mails.stop();
});

test('what was given up is sent again by an administrator', async ({ enter, machine }) => {
  test.setTimeout(90_000);
  let refuses = false;
  const mails = await startMailServer({
    recipient: () => (refuses ? { status: 550, words: 'No such mailbox here' } : null),
  });
  const [ada, di] = await Promise.all([enter('ada'), enter('di', '/settings/notifications')]);
  await setUpMail(ada, mails);
  await addMail(di, mails, 'di@example.com');
  refuses = true;
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The door is shut', severity: 'Low' });
  await robot.post(`/${number}/pages`, { about: 'Look at the door', targets: [{ kind: 'person', id: 'di' }] });
  const given = ada
    .getByRole('region', { name: 'Messages given up' })
    .getByRole('listitem')
    .filter({ hasText: 'Di Rossi' });
  await expect(async () => {
    await ada.reload();
    await expect(given).toContainText('No such mailbox here', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessibleNightAndDay(ada);
  refuses = false;
  await given.getByRole('button', { name: 'Send again' }).click();
  expect(await mailTo(mails, 'di@example.com', /door/)).toContain('Look at the door');
  await expect(given).toHaveCount(0);
  await mails.stop();
});

test('a person chooses what goes where and when it is quiet, and goes back to the usual way', async ({
  app,
  enter,
}) => {
  test.setTimeout(60_000);
  const ada = await enter('ada', '/settings/notifications', phone);
  await app.query(
    `insert into contact_method (id, person_id, channel, label, address, shown, verified_at, created_at)
     values ('m1', 'ada', 'email', '', 'sealed', 'ad…@example.com', now(), now()),
       ('m2', 'ada', 'sms', 'My phone', 'sealed', '…4711', now(), now())`,
  );
  await ada.reload();
  const told = ada.getByRole('list', { name: 'How you are told' });
  const sms = told.getByRole('combobox', { name: 'A page, by My phone …4711' });
  await expect(sms).toHaveValue('1');
  await expect(told.getByRole('checkbox', { name: 'News, by E-mail ad…@example.com' })).toBeChecked();
  await sms.selectOption('No pages');
  await told.getByRole('combobox', { name: /^A page, by E-mail/ }).selectOption('No pages');
  await ada.getByRole('button', { name: 'Save', exact: true }).tap();
  await expect(ada.getByText('Choose at least one way for pages.')).toBeVisible();
  await sms.selectOption('Page after 5 min');
  await ada.getByLabel('Hold news back at night').check();
  await ada.getByLabel('Until').fill('06:30');
  await expect(ada.getByRole('button', { name: /^In the time zone/ })).not.toContainText('Choose');
  // What lies half under the header is hard to hit, and looked at when it does not.
  await ada.evaluate(() => scrollTo(0, 0));
  await expectAccessibleNightAndDay(ada);
  expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const save = ada.getByRole('button', { name: 'Save', exact: true });
  await save.press('Enter');
  await expect(ada.getByRole('button', { name: 'Go back to the usual way' })).toBeVisible();
  await expect(save).toBeFocused();
  await ada.reload();
  await expect(sms).toHaveValue('5');
  await expect(ada.getByLabel('Until')).toHaveValue('06:30');
  await ada.getByRole('button', { name: 'Go back to the usual way' }).tap();
  await expect(sms).toHaveValue('1');
  await expect(ada.getByLabel('Hold news back at night')).not.toBeChecked();
  await expect(save).toBeFocused();
});
