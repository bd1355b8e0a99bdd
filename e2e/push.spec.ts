import { type Page } from '@playwright/test';
import { startPushService } from '@/lib/notify/testing/push-service';
import { wholeChromium } from '../lib/start/testing/chromium';
import { expectNotice, ways } from './fixtures/acts';
import { expect, test } from './fixtures/test';

// Only the whole browser shows notifications of the system.
test.use({ launchOptions: wholeChromium() });

interface Shown {
  title: string;
  insists: boolean;
  actions: string[];
}

/** Hands the page's service worker a message, as its browser does when one comes. */
async function deliver(page: Page, origin: string, data: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId, scopeURL } of registrations)
        if (scopeURL.startsWith(origin)) resolve(registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
}

// What runs within the worker is written as text: its world is not the page's.
const shownByWorker = `self.registration.getNotifications().then((all) => all.map(({ title, requireInteraction, actions }) =>
  ({ title, insists: requireInteraction, actions: actions.map(({ action }) => action) })))`;
const pressAcknowledge = `self.registration.getNotifications().then(([notification]) => {
  const press = new NotificationEvent('notificationclick', { notification, action: 'acknowledge' });
  // Only what a person pressed may be waited for.
  Object.defineProperty(press, 'waitUntil', { value: () => undefined });
  self.dispatchEvent(press);
})`;

test('a browser that was turned on shows a page with Quarterdeck closed, and one press acknowledges', async ({
  app,
  enter,
  machine,
}) => {
  test.setTimeout(90_000);
  const ada = await enter('ada', '/settings/channels');
  await ada.getByLabel('Allowed', { exact: true }).fill('127.0.0.1');
  const save = ada.getByRole('button', { name: 'Save the addresses' });
  await save.click();
  await expect(ada.getByText('Saved', { exact: true })).toBeVisible();
  await expect(save).toBeFocused();

  const bea = await enter('bea');
  await bea.context().grantPermissions(['notifications'], { origin: app.url });
  await bea.goto('/settings/notifications');
  const [vapid] = await app.query<{ value: { publicKey: string } }>(`select value from setting where key = 'vapid'`);
  let status = 201;
  const service = await startPushService(vapid?.value.publicKey ?? '', () => ({ status }));
  // The push service of a browser's maker is out of reach here: this one stands in for it, and decrypts as a browser does.
  await bea.addInitScript((subscription) => {
    const made = { ...subscription, toJSON: () => subscription, unsubscribe: () => Promise.resolve(true) };
    let here = false;
    PushManager.prototype.subscribe = () => {
      here = true;
      return Promise.resolve(made as unknown as PushSubscription);
    };
    PushManager.prototype.getSubscription = () => Promise.resolve(here ? (made as unknown as PushSubscription) : null);
  }, service.subscription);
  await bea.reload();
  const worker = bea.context().waitForEvent('serviceworker');
  await bea.getByRole('button', { name: 'Turn on in this browser' }).click();
  await expect(bea.getByRole('button', { name: 'Turn off here' })).toBeVisible();
  await expect(ways(bea).getByText(/^Chrome on /)).toBeVisible();

  const robot = await machine('responder');
  const number = await robot.declare({ title: 'The gate is open', severity: 'Low' });
  await robot.post(`/${number}/pages`, { about: 'Close the gate', targets: [{ kind: 'person', id: 'bea' }] });
  await expect.poll(() => service.pushed.length, { timeout: 15_000 }).toBe(1);
  const message = service.pushed[0]?.message as { title: string; acknowledgeUrl: string };
  expect(service.pushed[0]).toMatchObject({ urgency: 'high' });
  expect(JSON.stringify(message)).toContain('Close the gate');

  const there = await worker;
  await deliver(bea, app.url, JSON.stringify(message));
  const shown = () => there.evaluate<Shown[]>(shownByWorker);
  await expect.poll(shown).toMatchObject([{ title: message.title, insists: true, actions: ['acknowledge', 'open'] }]);
  await there.evaluate(pressAcknowledge);
  await expect
    .poll(async () => (await robot.facts(number)).find(({ kind }) => kind === 'page.acknowledged')?.data)
    .toMatchObject({ person: { id: 'bea' }, via: 'link' });
  await expect.poll(shown).toMatchObject([{ title: 'Acknowledged: nobody else is called' }]);

  status = 410;
  await robot.post(`/${number}/pages`, { about: 'Close it again', targets: [{ kind: 'person', id: 'bea' }] });
  await expectNotice(bea, /Nothing reaches you by Chrome on /);
  await bea.reload();
  await expect(ways(bea)).toContainText('This browser no longer takes messages: turn it on again.');
  status = 201;
  await bea.getByRole('button', { name: 'Turn on in this browser' }).click();
  await expect(ways(bea)).not.toContainText('no longer takes messages');
  await expect(ways(bea).getByText(/^Chrome on /)).toHaveCount(1);
  await ways(bea).getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => service.pushed.length, { timeout: 15_000 }).toBe(2);

  await bea.getByRole('button', { name: 'Turn off here' }).click();
  await expect(bea.getByRole('button', { name: 'Turn on in this browser' })).toBeVisible();
  await expect(ways(bea).getByText(/^Chrome on /)).toHaveCount(0);
  await service.stop();
});
