import { expect, test } from '@playwright/test';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { AppServer } from './fixtures/server';

let demo: AppServer;

test.beforeAll(async () => {
  demo = await AppServer.start({ QUARTERDECK_DEMO: '1', QUARTERDECK_DEMO_SPEED: '3' });
});
test.afterAll(async () => demo.dispose());

test('a newcomer is in a living room within a minute: one press signs in, and facts arrive by themselves', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto(`${demo.url}/sign-in`);
  await expectAccessibleNightAndDay(page);
  await page.getByRole('button', { name: /Ada Okafor/ }).click();
  await page.waitForURL(`${demo.url}/`);
  const [live] = await demo.query<{ number: number }>(
    'select number from incident where open and state -> \'services\' @> \'[{"name": "Main database"}]\'',
  );
  await page.goto(`${demo.url}/incidents/${live?.number}?view=everything`);
  await expect(page.getByText('Kaori Mori').first()).toBeVisible();
  // The replay renames the incident within a minute of the start: the page was opened before, or shows it from the first.
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The main database is lost', { timeout: 90_000 });
  const reached = async () =>
    (await demo.query<{ seq: number }>(`select seq from incident where number = ${live?.number}`))[0]?.seq;
  const before = await reached();
  await expect.poll(reached, { timeout: 60_000 }).toBeGreaterThan(before ?? 0);
});

test('a demo goes on after a kill, in the same incident', async () => {
  test.setTimeout(120_000);
  const read = async () => {
    const [row] = await demo.query<{ number: number; seq: number }>(
      'select number, seq from incident where open order by number limit 1',
    );
    return row ?? { number: 0, seq: 0 };
  };
  const before = await read();
  await demo.kill();
  await demo.start();
  await expect.poll(async () => (await read()).seq, { timeout: 60_000 }).toBeGreaterThan(before.seq);
  expect((await read()).number).toBe(before.number);
});

test('outside a demo nobody is signed in without a password', async ({ page, request }) => {
  const app = await AppServer.start();
  try {
    await page.goto(`${app.url}/sign-in`);
    await expect(page.getByRole('button', { name: /Ada Okafor/ })).toHaveCount(0);
    for (const url of [app.url, demo.url]) {
      const told = await request.post(`${url}/api/auth/sign-in/demo`, { data: { personId: 'sample-ada' } });
      expect(told.status()).toBe(404);
    }
  } finally {
    await app.dispose();
  }
});
