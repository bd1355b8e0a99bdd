import { choose, press } from './fixtures/acts';
import { expectAccessibleNightAndDay } from './fixtures/axe';
import { type Machine } from './fixtures/company';
import { hydrated } from './fixtures/hydrated';
import { command } from './fixtures/start';
import { expect, test } from './fixtures/test';

test('an administrator says who is paged, and sees beforehand what would happen', async ({ enter }) => {
  test.setTimeout(120_000);
  const ada = await enter('ada', '/escalation');
  await hydrated(ada);
  await expect(ada.getByText('No escalation policies yet')).toBeVisible();
  await press(ada, 'a');
  const dialog = ada.getByRole('dialog', { name: 'Add an escalation policy' });
  await dialog.getByLabel('Name').fill('Shop');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Say who is paged in this step.')).toBeVisible();
  await choose(ada, 'Step 1 pages', 'Payments');
  await press(ada, 'Escape');
  await dialog.getByRole('button', { name: 'Add a step' }).click();
  await choose(ada, 'Step 2 pages', 'Di Rossi');
  await press(ada, 'Escape');
  await dialog
    .getByRole('group', { name: /^Step 2/ })
    .getByLabel('Wait, minutes')
    .fill('10');
  await dialog.getByRole('button', { name: 'Move step 2 up' }).focus();
  await press(ada, 'Enter');
  await expect(dialog.getByRole('button', { name: 'Move step 1 down' })).toBeFocused();
  await expect(dialog.getByRole('group', { name: 'Step 2 · after 10 minutes' })).toContainText('Payments');
  await expectAccessibleNightAndDay(ada);
  await dialog.getByLabel('All of it').selectOption('Once');
  await dialog.getByLabel('If nobody has acknowledged by then').selectOption('Call everyone');
  await press(ada, 'Control+Enter');
  await expect(dialog).toBeHidden();
  const steps = ada.getByRole('list', { name: 'Steps of Shop' }).getByRole('listitem');
  await expect(steps.filter({ hasText: 'at once' })).toContainText('Di Rossi');
  await expect(steps.filter({ hasText: 'after 10 minutes' })).toContainText('Payments (team)');
  await expect(ada.getByText('After 15 minutes without an answer, everyone is called.')).toBeVisible();
  await expectAccessibleNightAndDay(ada);

  await ada.goto('/services/checkout');
  await hydrated(ada);
  await expect(ada.getByText('No policy')).toBeVisible();
  await press(ada, 'e');
  await ada.getByLabel('Pages by').selectOption({ label: 'Shop' });
  await ada.getByRole('button', { name: 'Save' }).click();
  await expect(ada.getByRole('link', { name: 'Shop' })).toBeVisible();

  await ada.goto('/matrix');
  const checkout = ada.getByRole('row', { name: /Checkout/ });
  await expect(checkout).toContainText('at once Di Rossi');
  await expect(checkout).toContainText('+10 min Bea Lind, Cy Tan');
  // Nobody of them has said how to be reached yet.
  await expect(checkout.getByText('Gap: In the app alone: Di Rossi, Bea Lind, Cy Tan')).toHaveCount(2);
  await expect(checkout.getByText('Gap:')).toHaveCount(2);
  const api = ada.getByRole('row', { name: /Payments API/ });
  await expect(api.getByText('It has no escalation policy: administrators are paged.')).toHaveCount(2);
  await expectAccessibleNightAndDay(ada);

  await ada.goto('/preflight');
  await hydrated(ada);
  await ada.getByLabel('If this service').selectOption('Checkout');
  await ada.getByLabel('went').selectOption('High');
  await ada.getByRole('button', { name: 'Who is paged?' }).click();
  const plan = ada.getByRole('list', { name: 'Pages by Shop' }).getByRole('listitem');
  await expect(plan.filter({ hasText: 'T+0' })).toContainText('Di Rossi');
  await expect(plan.filter({ hasText: 'T+10' })).toContainText('Bea Lind');
  await expect(plan.filter({ hasText: 'T+15' })).toContainText('everyone is called');
  const gaps = ada.getByRole('region', { name: 'Gaps in the next four weeks' });
  await expect(gaps).toContainText('Payments API');
  await expect(gaps).not.toContainText('Checkout');
  const alone = ada.getByRole('region', { name: 'Paged in the app alone' }).getByRole('listitem');
  await expect(alone.filter({ hasText: 'Di Rossi' })).toContainText('Checkout');
  await expectAccessibleNightAndDay(ada);
});

/** Checkout pages Di, then the team, by “Counter”. */
async function writeCounter(machine: Machine): Promise<void> {
  const steps = [
    { targets: [{ kind: 'person', id: 'di' }], waitMinutes: 5 },
    { targets: [{ kind: 'team', id: 'payments' }], waitMinutes: 5 },
  ];
  const draft = { data: { name: 'Counter', steps }, headers: { 'idempotency-key': 'counter' } };
  await expect(await machine.http.post('/api/v1/escalation-policies', draft)).toBeOK();
  await expect(await machine.http.patch('/api/v1/services/checkout', { data: { policy: 'Counter' } })).toBeOK();
}

test('a gap turns red when a step loses its person, on screens and for scripts, and goes when they are back', async ({
  app,
  enter,
  machine,
}) => {
  test.setTimeout(120_000);
  await writeCounter(await machine('administrator'));
  const ada = await enter('ada', '/people');
  const act = async (name: 'Deactivate' | 'Reactivate') => {
    await ada.goto('/people');
    await hydrated(ada);
    await ada.getByRole('button', { name: 'Acts on Di Rossi' }).click();
    await ada.getByRole('menuitem', { name }).click();
    if (name === 'Deactivate') await ada.getByRole('button', { name }).click();
    const gone = ada.getByRole('row', { name: 'Di Rossi' }).getByText('Deactivated');
    await expect(gone).toHaveCount(name === 'Deactivate' ? 1 : 0);
  };
  const empty = 'Step 1 of “Counter” (Di Rossi) stands for nobody.';
  const gaps = ada.getByRole('region', { name: 'Gaps in the next four weeks' });
  await act('Deactivate');
  await ada.goto('/preflight');
  await expect(gaps.getByText(empty)).toBeVisible();
  await ada.goto('/matrix');
  await expect(ada.getByRole('row', { name: /Checkout/ }).getByText(empty)).toHaveCount(2);
  const told = await command('preflight', [], { DATABASE_URL: app.databaseUrl });
  expect(told.code, told.stderr).toBe(1);
  expect(told.stdout, told.stderr).toMatch(
    /^gap: Checkout \(Critical, High\): Step 1 of “Counter” \(Di Rossi\) stands for nobody\. /m,
  );

  await act('Reactivate');
  await ada.goto('/preflight');
  await expect(gaps.getByText('Payments API')).toBeVisible();
  await expect(gaps.getByText(empty)).toHaveCount(0);
});

test('whoever does not administer reads all of it, on a phone too', async ({ enter, machine }) => {
  await writeCounter(await machine('administrator'));
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const eve = await enter('eve', '/escalation', phone);
  await expect(eve.getByRole('heading', { name: 'Counter' })).toBeVisible();
  await expect(eve.getByRole('button', { name: /^(Change|Add|Delete)/ })).toHaveCount(0);
  for (const path of ['/escalation', '/matrix', '/preflight']) {
    await eve.goto(path);
    await expect(eve.getByRole('heading', { level: 1 })).toBeVisible();
    const wide = await eve.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
    await expectAccessibleNightAndDay(eve);
  }
});
