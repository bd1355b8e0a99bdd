import { type Page } from '@playwright/test';
import { wholeChromium } from '../lib/start/testing/chromium';
import { expectLive, MINUTE, offerCommand, press } from './fixtures/acts';
import { expect, test } from './fixtures/test';

// Only the whole browser shows notifications of the system.
test.use({ launchOptions: wholeChromium() });

interface Shown {
  title: string;
  body: string;
  insists: boolean;
}

/**
 * Another window lies in front of the page, and each notification that the browser really makes is written down. `answer` is
 * what the person says when the browser asks, which a browser without a screen cannot show.
 */
async function lookAway(page: Page, answer: 'granted' | 'asked'): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript((how) => {
    document.hasFocus = () => false;
    const made: Notification[] = [];
    const Real = window.Notification;
    let given = how === 'granted' || sessionStorage.getItem('given') === 'yes';
    let asked = 0;
    class Noted extends Real {
      static override get permission(): NotificationPermission {
        return given ? Real.permission : 'default';
      }
      static override async requestPermission(): Promise<NotificationPermission> {
        asked += 1;
        given = true;
        sessionStorage.setItem('given', 'yes');
        return Promise.resolve(Real.permission);
      }
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        made.push(this);
      }
    }
    Object.assign(window, { Notification: Noted, made, timesAsked: () => asked });
  }, answer);
  await page.reload();
}

const shownTo = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { made: Notification[] }).made.map(({ title, body, requireInteraction }): Shown => ({
      title,
      body,
      insists: requireInteraction,
    })),
  );

async function expectShown(page: Page, notification: Partial<Record<keyof Shown, unknown>>): Promise<void> {
  await expect.poll(() => shownTo(page)).toContainEqual(expect.objectContaining(notification));
}

test('what is asked of me and what is owed shows outside the page, once, and leads to the room', async ({
  clock,
  enter,
  machine,
}) => {
  test.setTimeout(90_000);
  const robot = await machine('responder');
  const bea = await enter('bea');
  await lookAway(bea, 'granted');
  await expectLive(bea);

  const number = await robot.declare({ title: 'Doors stay open', severity: 'Critical' });
  const title = `INC-${number} Critical: Doors stay open`;
  await expectShown(bea, { title, body: 'machine responder declared “Doors stay open”, Critical.', insists: false });

  await robot.post(`/${number}/tasks`, { title: 'Close them by hand', assignee: 'bea', boxMinutes: 5 });
  await expectShown(bea, { title, body: 'machine responder asked Bea Lind to: Close them by hand (5 min).' });

  const ada = await enter('ada', `/incidents/${number}`);
  await expectLive(ada);
  await press(ada, 'c');
  await expect(ada.getByText('Ada King commands')).toBeVisible();
  await offerCommand(ada, 'Bea Lind');
  await expectShown(bea, { title, body: 'Ada King offered command to Bea Lind.', insists: true });

  // The notification opens the room; there, too, whoever looks elsewhere is told.
  await bea.evaluate(() => {
    const made = (window as unknown as { made: Notification[] }).made;
    made.at(-1)?.onclick?.(new Event('click'));
  });
  await expect(bea).toHaveURL(new RegExp(`/incidents/${number}$`));
  await bea.getByRole('button', { name: 'Accept command' }).click();
  await expect(ada.getByText('Bea Lind commands')).toBeVisible();

  await clock.advance(5 * MINUTE + 1_000);
  await expectShown(bea, { title, body: expect.stringContaining('“Close them by hand” came back') });
  await clock.reach((await robot.read(number)).updateDueAt ?? '');
  await expectShown(bea, { title, body: expect.stringContaining('An update is due'), insists: false });
  await clock.advance(2 * MINUTE + 1_000);
  await expectShown(bea, {
    title,
    body: expect.stringContaining('overdue; whoever owes it was nudged'),
    insists: true,
  });

  const all = (await shownTo(bea)).map(({ body }) => body);
  expect(new Set(all).size).toBe(all.length);
  expect(await bea.evaluate(() => (window as unknown as { timesAsked: () => number }).timesAsked())).toBe(0);
});

test('the browser is asked only when the person asks for it, and a no is kept', async ({ enter, machine }) => {
  const robot = await machine('responder');
  const cy = await enter('cy');
  await lookAway(cy, 'asked');
  await expectLive(cy);
  const timesAsked = () => cy.evaluate(() => (window as unknown as { timesAsked: () => number }).timesAsked());
  const passing = (title: string) => cy.getByRole('status').getByText(`Critical: ${title}`);
  const next = (title: string) => robot.declare({ title, severity: 'Critical' });

  await next('The first');
  await expect(passing('The first')).toBeVisible();
  expect(await shownTo(cy)).toEqual([]);
  expect(await timesAsked()).toBe(0);

  await cy.getByRole('button', { name: /^Notices/ }).click();
  await cy.getByRole('button', { name: 'Also show outside this page' }).click();
  expect(await timesAsked()).toBe(1);
  const stop = cy.getByRole('button', { name: 'Stop showing outside this page' });
  await expect(stop).toBeVisible();
  const second = await next('The second');
  await expectShown(cy, { title: `INC-${second} Critical: The second` });

  await stop.click();
  await expect(cy.getByRole('button', { name: 'Also show outside this page' })).toBeVisible();
  await cy.reload();
  await expectLive(cy);
  await next('The third');
  await expect(passing('The third')).toBeVisible();
  expect(await shownTo(cy)).toEqual([]);
  expect(await timesAsked()).toBe(0);
});
