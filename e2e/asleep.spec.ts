import { type Page } from '@playwright/test';
import { expectLive, postUpdate, press } from './fixtures/acts';
import { Line } from './fixtures/line';
import { expect, test as base } from './fixtures/test';

/** `line` is the wire of whoever's laptop falls asleep; the others reach the app without it. */
const test = base.extend<{ line: Line }>({
  line: async ({ app }, use) => {
    const line = await Line.to(app.url);
    await use(line);
    await line.close();
  },
});

const status = (page: Page, word: string) => page.getByRole('status').filter({ hasText: new RegExp(`^${word}$`) });
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const waiting = (page: Page) => page.getByRole('list', { name: 'Waiting for a connection' });

/** The seqs of the facts on the timeline, oldest first, as many as are drawn. */
async function seqsOn(page: Page): Promise<number[]> {
  const links = timeline(page)
    .getByRole('listitem')
    .getByRole('link')
    .filter({ has: page.getByRole('time') });
  const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return hrefs.map((href) => Number(new URL(href).searchParams.get('fact'))).reverse();
}

test('a laptop without a network keeps what was typed and pressed, and catches up without gap or double', async ({
  enter,
  line,
  machine,
}) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Log-in is slow', severity: 'High' });
  const ada = await enter('ada', `/incidents/${number}?show=everything`);
  const bea = await enter('bea', `${line.url}/incidents/${number}?show=everything`);
  await expectLive(bea);
  await expectLive(ada);
  await postUpdate(bea, { Status: 'Log-in takes 8 s.', Actions: 'Nobody yet.', Next: 'Find an owner.' });

  await press(bea, 'u');
  const draft = bea.getByRole('form', { name: 'Update' }).getByLabel('Status', { exact: true });
  await draft.fill('Log-in takes 9 s');
  line.cut();
  await expect(status(bea, 'reconnecting')).toBeVisible();
  await draft.press('End');
  await draft.pressSequentially(', and some give up.');

  // Meanwhile the others go on: Ada takes command, machines note this and that.
  await press(ada, 'c');
  await expect(ada.getByText('Ada King commands')).toBeVisible();
  for (const text of ['Pool is full.', 'Restarted one node.', 'Pool is full again.']) {
    await robot.post(`/${number}/notes`, { text });
  }
  await expect(bea.getByText('Nobody commands')).toBeVisible();

  // Bea, who sees none of it, does two things: one will stand, one came too late.
  await bea.getByRole('button', { name: 'Join', exact: true }).click();
  await bea.getByRole('button', { name: 'Take command' }).click();
  await expect(waiting(bea).getByText('Join as responder waits for a connection')).toBeVisible();
  await expect(waiting(bea).getByText('Take a role waits for a connection')).toBeVisible();

  line.mend();
  await expectLive(bea);
  await expect(waiting(bea).getByText(/Take a role: Ada King is commander since a moment ago/)).toBeVisible();
  await expect(waiting(bea).getByText(/Join as responder/)).toBeHidden();
  await expect(bea.getByText('Ada King commands')).toBeVisible();
  await expect(bea.getByRole('button', { name: 'Take command' })).toBeHidden();
  await expect(draft).toHaveValue('Log-in takes 9 s, and some give up.');
  const facts = await robot.facts(number);
  expect(facts.filter(({ kind }) => kind === 'responder.joined')).toHaveLength(1);
  expect(facts.filter(({ kind }) => kind === 'role.taken')).toHaveLength(1);
  await expect.poll(() => seqsOn(bea)).toEqual(facts.map(({ seq }) => seq));
  await expect.poll(() => seqsOn(ada)).toEqual(facts.map(({ seq }) => seq));

  // A reload forgets neither the draft nor the place.
  await waiting(bea).getByRole('button', { name: 'Dismiss' }).click();
  await bea.reload();
  await bea.getByRole('button', { name: 'Go on with update' }).click();
  await expect(draft).toHaveValue('Log-in takes 9 s, and some give up.');
});

test('what was pressed while away survives a reload, and is sent once', async ({ enter, line, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Search returns nothing' });
  const bea = await enter('bea', `${line.url}/incidents/${number}`);
  await expectLive(bea);
  await press(bea, 'e');
  const dialog = bea.getByRole('dialog', { name: 'Add an event' });
  await dialog.getByLabel('What happened', { exact: true }).fill('The index is empty since 14:00.');
  line.cut();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(waiting(bea).getByText('Add an event waits for a connection')).toBeVisible();
  line.mend();
  await bea.reload();
  await expect(waiting(bea)).toBeHidden();
  await expect.poll(async () => (await robot.facts(number)).filter(({ kind }) => kind === 'note.added').length).toBe(1);
});

test('a line that died without a word is found out on waking', async ({ enter, line, machine }) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Mail is late' });
  const bea = await enter('bea', `${line.url}/incidents/${number}?show=everything`);
  await expectLive(bea);
  await bea.context().setOffline(true);
  line.silence();
  await expect(status(bea, 'offline')).toBeVisible();
  await robot.post(`/${number}/notes`, { text: 'The queue holds 40,000 messages.' });
  line.mend();
  await bea.context().setOffline(false);
  await expect(timeline(bea).getByText('The queue holds 40,000 messages.', { exact: true })).toBeVisible();
  await expectLive(bea);
  expect(await seqsOn(bea)).toEqual((await robot.facts(number)).map(({ seq }) => seq));
});

test('a network that only blinked is offline in words, then live again, and what was pressed meanwhile is sent once', async ({
  enter,
  machine,
}) => {
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Stock counts are wrong' });
  const path = `/incidents/${number}?show=everything`;
  const [ada, bea] = await Promise.all([enter('ada', path), enter('bea', path)]);
  for (const page of [ada, bea]) await expectLive(page);
  await bea.context().setOffline(true);
  await expect(status(bea, 'offline')).toBeVisible();
  await bea.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(waiting(bea).getByText('Join as responder waits for a connection')).toBeVisible();
  await robot.post(`/${number}/notes`, { text: 'The scanner reads twice.' });

  await bea.context().setOffline(false);
  await expectLive(bea);
  await expect(waiting(bea)).toBeHidden();
  await expect(timeline(bea).getByText('The scanner reads twice.', { exact: true })).toBeVisible();
  await press(bea, 'c');
  await expect(ada.getByText('Bea Lind commands')).toBeVisible();
  const facts = await robot.facts(number);
  expect(facts.filter(({ kind }) => kind === 'responder.joined')).toHaveLength(1);
  for (const page of [ada, bea]) await expect.poll(() => seqsOn(page)).toEqual(facts.map(({ seq }) => seq));
});

test('what cannot be fetched without a line is said, and the room stays', async ({ enter, line, machine }) => {
  const number = await (await machine('responder')).declare({ title: 'The clock is wrong' });
  const bea = await enter('bea', `${line.url}/incidents/${number}`);
  await expectLive(bea);
  line.cut();
  await expect(status(bea, 'reconnecting')).toBeVisible();
  await press(bea, '?');
  await expect(bea.getByText(/This could not be fetched/)).toBeVisible();
  await expect(bea.getByRole('heading', { name: 'The clock is wrong' })).toBeVisible();
  line.mend();
  await expectLive(bea);
  await press(bea, '?');
  await expect(bea.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});
