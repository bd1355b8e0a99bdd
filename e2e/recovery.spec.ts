import { expectAccessibleNightAndDay } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { emailOf, password as forgotten } from './fixtures/members';
import { expect, test } from './fixtures/test';

const chosen = 'seven grey gulls over';

test('an administrator helps back whoever forgot their password', async ({ enter, browser, app }) => {
  const admin = await enter('ada', '/people');
  const desk = await enter('bea', '/incidents');
  await hydrated(admin);
  await admin.getByRole('button', { name: 'Acts on Bea Lind' }).click();
  await admin.getByRole('menuitem', { name: 'Make a recovery link' }).click();
  const dialog = admin.getByRole('dialog', { name: 'A recovery link for Bea Lind' });
  await expectAccessibleNightAndDay(admin);
  await dialog.getByRole('button', { name: 'Make the link' }).press('Enter');
  const link = await dialog.getByLabel('Recovery link', { exact: true }).inputValue();
  expect(link).toMatch(new RegExp(`^${app.url}/recovery/\\S{32}$`));
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByText(link)).toBeHidden();

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const page = await phone.newPage();
  await page.goto('/sign-in');
  await expect(page.getByText('Ask an administrator for a recovery link.')).toBeVisible();
  await page.goto(link);
  await expect(page.getByLabel('E-mail address')).toHaveValue(emailOf('bea'));
  await page.getByLabel('New password').fill('password1234');
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page.getByText('too close to passwords that are tried first')).toBeVisible();
  await page.getByLabel('New password').fill(chosen);
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page).toHaveURL(`${app.url}/`);

  await desk.goto('/incidents');
  await expect(desk).toHaveURL((url) => url.pathname === '/sign-in');
  await desk.getByLabel('E-mail address').fill(emailOf('bea'));
  await desk.getByLabel('Password').fill(forgotten);
  await desk.getByRole('button', { name: 'Sign in' }).click();
  await expect(desk.getByText('The e-mail address or the password is wrong.')).toBeVisible();

  await desk.goto(link);
  await expect(desk.getByText('A recovery link works once')).toBeVisible();
  await admin.goto('/audit');
  for (const sentence of [
    'made a recovery link for Bea Lind',
    'came back by a recovery link',
    'changed their password',
  ])
    await expect(admin.getByText(sentence)).toBeVisible();
  await phone.close();
});

test('the page of a link reads well, and tells somebody else that it is not theirs', async ({ enter, browser }) => {
  const admin = await enter('ada', '/people');
  await hydrated(admin);
  await admin.getByRole('button', { name: 'Acts on Cy Tan' }).click();
  await admin.getByRole('menuitem', { name: 'Make a recovery link' }).click();
  await admin.getByRole('button', { name: 'Make the link' }).click();
  const link = await admin.getByLabel('Recovery link', { exact: true }).inputValue();

  const fresh = await browser.newContext();
  const page = await fresh.newPage();
  await page.goto(link);
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute('content', 'same-origin');
  await expectAccessibleNightAndDay(page);
  await fresh.close();

  const other = await enter('di', '/');
  await other.goto(link);
  await expect(other.getByText('This link is for Cy Tan.')).toBeVisible();
});

test('nobody but an administrator is offered the act', async ({ enter }) => {
  const page = await enter('cy', '/people');
  await expect(page.getByRole('row', { name: /Bea Lind/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Acts on/ })).toHaveCount(0);
});
