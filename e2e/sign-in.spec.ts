import { type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { expectAccessible } from './fixtures/axe';
import { hydrated } from './fixtures/hydrated';
import { expect, test } from './fixtures/test';

test.describe.configure({ mode: 'serial' });

const ada = { name: 'Ada King', email: 'ada@example.com', password: 'quiet harbour lamp 7' };
const bea = { name: 'Bea Lind', email: 'bea@example.com', password: 'seven grey gulls over' };

const opened: BrowserContext[] = [];
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});

/** A page in a browser of its own, in which nobody is signed in. */
async function stranger(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  opened.push(context);
  return context.newPage();
}

async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A browser of one's own, signed in, at `path`. */
async function browserOf(browser: Browser, who: { email: string; password: string }, path: string): Promise<Page> {
  const page = await stranger(browser);
  await page.goto(path);
  await signIn(page, who);
  await expect(page).toHaveURL((url) => url.pathname === path);
  return page;
}

/** Gives the page a device that makes and uses passkeys without asking. */
async function plugInAuthenticator(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  await line.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Waits until the buttons of a page without a header answer. */
async function answering(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const control = document.querySelector('main button');
    return control !== null && Object.keys(control).some((key) => key.startsWith('__reactProps'));
  });
}

async function inviteLink(page: Page, email: string, role: string): Promise<string> {
  await page.goto('/people/invite');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  return page.getByLabel('Invitation link').inputValue();
}

test('the printed link makes the first administrator, once, with a password that holds', async ({ app, page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Nobody is here yet' })).toBeVisible();
  const link = /http\S+\/set-up\/\S+/.exec(app.lines.join('\n'))?.[0] ?? '';
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('Your name').fill(ada.name);
  await page.getByLabel('E-mail address').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill('password1234');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('too close to passwords that are tried first')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/');

  await page.goto(link);
  await expect(page.getByText('Quarterdeck has been set up already.')).toBeVisible();
});

test('an invited person comes aboard, and signs out everywhere', async ({ browser }) => {
  const admin = await browserOf(browser, ada, '/people');
  const link = await inviteLink(admin, bea.email, 'Responder');

  const phone = await stranger(browser, { viewport: { width: 390, height: 844 } });
  await phone.goto(link);
  await expectAccessible(phone);
  await phone.getByLabel('Your name').fill(bea.name);
  await phone.getByLabel('Password', { exact: true }).fill(bea.password);
  await phone.getByRole('button', { name: 'Create the account' }).click();
  await expect(phone).toHaveURL((url) => url.pathname === '/');
  await phone.goto('/people/invite');
  await expect(phone.getByRole('button', { name: 'Make the link' })).toBeHidden();

  const desk = await browserOf(browser, bea, '/settings/account');
  await hydrated(desk);
  await expect(desk.getByRole('region', { name: 'Sessions' }).getByText(/^Chrome on/)).toHaveCount(2);
  await desk.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(desk).toHaveURL((url) => url.pathname === '/sign-in');
  await phone.goto('/incidents');
  await expect(phone).toHaveURL((url) => url.pathname === '/sign-in' && url.searchParams.get('next') === '/incidents');

  await admin.goto('/audit');
  for (const sentence of [
    'invited bea@example.com as responder',
    'came aboard as responder',
    'signed out of 2 sessions',
  ])
    await expect(admin.getByText(sentence)).toBeVisible();
});

test('a passkey lets a newcomer in, and signs in again', async ({ browser }) => {
  const admin = await browserOf(browser, ada, '/people');
  const link = await inviteLink(admin, 'cy@example.com', 'Observer');
  const page = await stranger(browser);
  await plugInAuthenticator(page);
  await page.goto(link);
  await answering(page);
  await page.getByLabel('Your name').fill('Cy Tan');
  await page.getByRole('button', { name: 'Use a passkey instead of a password' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/');

  await page.context().clearCookies();
  await page.goto('/settings/account');
  await answering(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL((url) => url.pathname === '/settings/account');
  await hydrated(page);
  await page.getByRole('region', { name: 'Passkeys' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('This is your only way to sign in.')).toBeVisible();
});

test('whoever is deactivated is out at once, and the last administrator stays', async ({ browser }) => {
  const admin = await browserOf(browser, ada, '/people');
  const page = await browserOf(browser, bea, '/people');
  await hydrated(admin);
  await admin.getByRole('button', { name: `Acts on ${ada.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
  await admin.getByRole('button', { name: 'Deactivate' }).click();
  await expect(admin.getByText('the only active administrator')).toBeVisible();
  await admin.getByRole('button', { name: 'Keep active' }).click();

  await admin.getByRole('button', { name: `Acts on ${bea.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
  await admin.getByRole('button', { name: 'Deactivate' }).click();
  await expect(admin.getByRole('row', { name: bea.name }).getByText('Deactivated')).toBeVisible();
  await page.goto('/incidents');
  await expect(page).toHaveURL((url) => url.pathname === '/sign-in');
  await signIn(page, bea);
  await expect(page.getByText('This account is deactivated.')).toBeVisible();
});

test('a token is shown once and revoked', async ({ browser, request }) => {
  const admin = await browserOf(browser, ada, '/settings/tokens');
  await hydrated(admin);
  await admin.getByRole('button', { name: 'New token' }).click();
  await admin.getByLabel('Name').fill('Deploy pipeline');
  await admin.getByRole('button', { name: 'Make the token' }).click();
  const token = await admin.getByLabel('API token', { exact: true }).inputValue();
  const ask = async () =>
    (await request.get('/api/v1/incidents', { headers: { authorization: `Bearer ${token}` } })).status();
  expect(await ask()).toBe(200);
  await admin.getByRole('button', { name: 'I have kept it' }).click();
  await admin
    .getByRole('row', { name: /Deploy pipeline/ })
    .getByRole('button', { name: 'Revoke' })
    .click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(admin.getByText('No machine has a token yet')).toBeVisible();
  expect(await ask()).toBe(401);
});

test('signing in works without scripts, and guessing is slowed down', async ({ browser, app }) => {
  test.slow();
  const plain = await stranger(browser, { javaScriptEnabled: false });
  await plain.goto('/incidents');
  await signIn(plain, ada);
  await expect(plain).toHaveURL(`${app.url}/incidents`);

  const guesser = await stranger(browser, { javaScriptEnabled: false });
  await guesser.goto('/sign-in');
  await signIn(guesser, { email: ada.email, password: 'a wild guess' });
  await expect(guesser.getByText('The e-mail address or the password is wrong.')).toBeVisible();
  for (let tries = 0; tries < 12; tries += 1) await signIn(guesser, { email: ada.email, password: 'a wild guess' });
  await expect(guesser.getByText(/Too many attempts to sign in\. Try again in 1\d minutes/)).toBeVisible();
});
