import { choose, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { type Machine } from './fixtures/company';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

/** Di alone is on call by “Tills”; the kiosk needs Checkout, Checkout needs the Payments API, and three more need the kiosk. */
async function furnish(chief: Machine): Promise<void> {
  const write = async (method: 'post' | 'patch', path: string, data: { name?: string; [field: string]: unknown }) => {
    const headers = { 'idempotency-key': `made-${(data.name ?? path).replaceAll(' ', '-')}` };
    const answer = await chief.http[method](`/api/v1${path}`, { data, headers });
    await expect(answer, await answer.text()).toBeOK();
  };
  const layer = { name: 'Always', timeZone: 'UTC', startsOn: '2025-01-06', cycleDays: 7, people: ['di'] };
  const layers = [{ ...layer, handoffs: [{ day: 0, time: '09:00' }] }];
  await write('post', '/schedules', { name: 'Tills', timeZone: 'UTC', layers });
  await write('patch', '/services/checkout', { dependencies: ['Payments API'] });
  await write('post', '/services', { name: 'Kiosk', tier: 3, dependencies: ['Checkout'] });
  for (const name of ['Kiosk at home', 'Kiosk abroad', 'Kiosk at sea'])
    await write('post', '/services', { name, tier: 4, dependencies: ['Kiosk'] });
}

test('a service says whom to ask and where to look, and its incident says who is on call and what suffers', async ({
  enter,
  machine,
}) => {
  await furnish(await machine('administrator'));
  const ada = await enter('ada', '/services/payments-api');
  await hydrated(ada);
  await expect(ada.getByText('No contact is written down.')).toBeVisible();
  await press(ada, 'e');
  const dialog = ada.getByRole('dialog', { name: 'Change Payments API' });
  await choose(ada, 'Primary contact', 'Tills');
  await choose(ada, 'Backup contact', 'Tills');
  await dialog.getByRole('button', { name: 'Add a link' }).click();
  await dialog.getByLabel('Name of link 1').fill('Dashboard');
  await dialog.getByLabel('Address of link 1').fill('graphs.example.org');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This must be an address such as https://example.com/page.')).toBeVisible();
  await dialog.getByLabel('Address of link 1').fill('https://graphs.example.org/payments');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is the primary contact already.')).toBeVisible();
  await choose(ada, 'Backup contact', 'Cy Tan');
  await expectAccessibleNightAndDay(ada);
  await press(ada, 'Control+Enter');
  await expect(dialog).toBeHidden();
  const facts = ada.getByRole('region', { name: 'Who and how much' });
  await expect(facts).toContainText('Di Rossion call, Tills');
  await expect(facts).toContainText('Cy Tan');
  await expect(facts.getByRole('link', { name: 'Dashboard' })).toHaveAttribute(
    'href',
    'https://graphs.example.org/payments',
  );
  await expectAccessibleNightAndDay(ada);

  const robot = await machine('responder');
  const number = await robot.declare({ title: 'Cards are refused', services: ['Payments API'] });
  const bea = await enter('bea', `/incidents/${number}`);
  await hydrated(bea);
  const panel = bea.getByRole('complementary').getByRole('region', { name: 'Services' });
  await expect(panel).toContainText('ask Di Rossi (Tills), then Cy Tan');
  await panel.getByText('5 services depend on this').click();
  await expect(panel.getByRole('link')).toHaveText([
    /^Checkout: Checkout depends on Payments API\.$/,
    /^Kiosk: Kiosk depends on Checkout, which depends on Payments API\.$/,
    /^Kiosk abroad:/,
    /^Kiosk at home:/,
    /^Kiosk at sea:/,
  ]);
  const kiosk = panel.getByRole('link').filter({ hasText: /^Kiosk:/ });
  // What the room learns of its page meanwhile moves all below it away from under the pointer.
  await expect(async () => {
    await kiosk.hover();
    const tip = bea.getByRole('tooltip');
    await expect(tip).toHaveText('Kiosk depends on Checkout, which depends on Payments API.', { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await expectAccessibleNightAndDay(bea);

  await robot.post(`/${number}/services`, { add: ['Kiosk', 'Checkout'] });
  await expect(panel.getByText('3 services depend on this:')).toBeVisible();

  const cy = await enter('cy', `/incidents/${number}`, { viewport: { width: 390, height: 844 } });
  await hydrated(cy);
  const tabs = cy.getByRole('group', { name: 'Panels' });
  await tabs.getByRole('button', { name: /^People/ }).click();
  const sheet = cy.getByRole('dialog', { name: 'Who is here, and what is broken' });
  await expect(sheet.getByText('ask Di Rossi (Tills), then Cy Tan')).toBeVisible();
  await expectAccessibleNightAndDay(cy);
});
