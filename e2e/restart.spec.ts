import pg from 'pg';
import { expectLive, MINUTE, postUpdate, press } from './fixtures/acts';
import { type AppServer } from './fixtures/server';
import { expect, test } from './fixtures/test';

/** Runs SQL on the app's Postgres beside its database, which may take no connections. */
async function onPostgres(app: AppServer, sql: (name: string) => string): Promise<void> {
  const own = new URL(app.databaseUrl);
  const name = own.pathname.slice(1);
  const client = new pg.Client({ connectionString: Object.assign(own, { pathname: '/postgres' }).href });
  await client.connect();
  await client.query(sql(name));
  await client.end();
}

test('killed in the middle, it comes back with everything, and says what fell due meanwhile', async ({
  app,
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Orders are lost', severity: 'Critical' });
  const [ada, bea] = await Promise.all([enter('ada', `/incidents/${number}`), enter('bea', `/incidents/${number}`)]);
  await expectLive(bea);
  await expectLive(ada);
  await press(bea, 'c');
  await postUpdate(bea, { Status: 'Every fifth order is lost.', Actions: 'Reading logs.', Next: 'Stop the import.' });
  await press(bea, 'u');
  const draft = bea.getByRole('form', { name: 'Update' }).getByLabel('Status', { exact: true });
  await draft.fill('Every third order is');

  await app.kill();
  for (const page of [ada, bea]) {
    await expect(page.getByRole('status').filter({ hasText: /^reconnecting$/ })).toBeVisible();
  }
  await draft.press('End');
  await draft.pressSequentially(' lost.');
  await clock.advance(16 * MINUTE);
  await app.start();

  for (const page of [ada, bea]) {
    await expectLive(page);
    await expect(page.getByRole('region', { name: 'Now' }).getByRole('timer')).toHaveText(/^\+01:\d\d/);
  }
  await ada.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: 'Everything' }).click();
  await expect(ada.getByText('An update is due (noticed 1 minute late, because Quarterdeck was down).')).toHaveCount(1);
  await expect(draft).toHaveValue('Every third order is lost.');
  await bea.getByRole('button', { name: 'Post update' }).click();
  await expect(ada.getByRole('region', { name: 'Now' })).toContainText('Every third order is lost.');

  const facts = await robot.facts(number);
  const due = facts.flatMap((fact) => (fact.kind === 'cadence.due' ? [fact.data] : []));
  expect(due).toHaveLength(1);
  expect(due[0]?.lateMs).toBeGreaterThan(MINUTE);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  expect(facts.filter(({ kind }) => kind === 'update.posted')).toHaveLength(2);
  const notices = await app.query<{ count: string }>(
    `select count(*) from notice where kind = 'update-due' group by person_id, fact_seq, channel`,
  );
  expect(notices.map(({ count }) => count)).toEqual(['1']);
});

test('an update posted at the moment of the crash is posted once', async ({ app, enter, machine }) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Invoices are doubled' });
  const bea = await enter('bea', `/incidents/${number}`);
  await expectLive(bea);
  // The server does it and dies before it can say so.
  let dying = false;
  await bea.route(`**/incidents/${number}`, async (route) => {
    const posted = route.request().postData() ?? '';
    if (dying || !posted.includes('Invoices go out twice.')) return route.continue();
    dying = true;
    await route.fetch();
    await app.kill();
    await route.abort();
  });
  await postUpdate(bea, { Status: 'Invoices go out twice.', Actions: 'Mailing stopped.', Next: 'Find the doubles.' });
  await bea.unrouteAll();
  await expect(bea.getByText('Post the update waits for a connection')).toBeVisible();
  await app.start();
  await expectLive(bea);
  await expect(bea.getByText('Post the update')).toBeHidden();
  await expect(bea.getByRole('region', { name: 'Now' })).toContainText('Invoices go out twice.');
  expect((await robot.facts(number)).filter(({ kind }) => kind === 'update.posted')).toHaveLength(1);
});

test('without its database it says so, keeps what is pressed, and goes on when it is back', async ({
  app,
  enter,
  machine,
  request,
}) => {
  test.setTimeout(120_000);
  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Exports time out' });
  const [ada, bea] = await Promise.all([
    enter('ada', `/incidents/${number}?show=everything`),
    enter('bea', `/incidents/${number}?show=everything`),
  ]);
  await expectLive(ada);
  await expectLive(bea);
  await onPostgres(app, (name) => `alter database ${name} allow_connections false`);
  await onPostgres(
    app,
    (name) => `
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = '${name}' and backend_type = 'client backend'`,
  );
  await expect.poll(async () => (await request.get('/api/health/ready')).status()).toBe(503);
  expect((await request.get('/api/health/live')).status()).toBe(200);

  await press(bea, 'e');
  const dialog = bea.getByRole('dialog', { name: 'Add an event' });
  await dialog.getByLabel('What happened', { exact: true }).fill('The replica lags by an hour.');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('What you wrote is kept');

  await onPostgres(app, (name) => `alter database ${name} allow_connections true`);
  await expect.poll(async () => (await request.get('/api/health/ready')).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(ada.getByText('The replica lags by an hour.', { exact: true })).toBeVisible();
  await robot.post(`/${number}/notes`, { text: 'It caught up.' });
  for (const page of [ada, bea]) await expect(page.getByText('It caught up.', { exact: true })).toBeVisible();
});
