import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../lib/start/postgres/access';
import { temporaryFolder } from '../lib/start/temporary-folder';
import { emailOf } from './fixtures/members';
import { answers, begin, command, endBegun, type Told } from './fixtures/start';
import { expect, test } from './fixtures/test';

test.describe.configure({ timeout: 180_000 });
test.afterEach(endBegun);

/** A credential is printed once, on the last line of standard output, and nothing beside it is secret. */
function expectRevealed(told: Told, form: RegExp): string {
  expect(told.code, told.stderr).toBe(0);
  expect(told.credential).toMatch(form);
  expect(told.stdout.split(told.credential)).toHaveLength(2);
  expect(told.stderr).not.toContain(told.credential);
  expect(told.stdout + told.stderr).not.toContain('postgresql://');
  return told.credential;
}

/** A command that was refused says why on standard error, reveals nothing and ends with a code that scripts notice. */
function expectRefused(told: Told, code: number, why: RegExp | string): void {
  expect(told.code).toBe(code);
  expect(told.stderr).toMatch(why);
  // npm prints what it runs before it.
  expect(told.credential).toMatch(/^(> .*)?$/);
}

const anyPassword = /^(?:[a-z2-9]{5}-){4}[a-z2-9]{5}$/;
const anyToken = /^qd_[\w-]{43}$/;

async function signIn(url: string, email: string, password: string): Promise<number> {
  const headers = { 'content-type': 'application/json', origin: url };
  const body = JSON.stringify({ email, password });
  return (await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })).status;
}

async function readIncidents(url: string, token: string): Promise<number> {
  return (await fetch(`${url}/api/v1/incidents`, { headers: { authorization: `Bearer ${token}` } })).status;
}

test('beside a running app, each command prints a credential that works', async ({ app, company, browser }) => {
  const env = { DATABASE_URL: app.databaseUrl, QUARTERDECK_URL: app.url };
  expect(company.tokens.observer).toMatch(anyToken);
  const zoe = { email: 'zoe@example.com', name: 'Zoë Marsh' };

  const made = await command('admin:create', ['--email', zoe.email, '--name', zoe.name], env);
  expect(await signIn(app.url, zoe.email, expectRevealed(made, anyPassword))).toBe(200);
  const token = expectRevealed(await command('token:create', ['--name', 'CI', '--role', 'observer'], env), anyToken);
  expect(await readIncidents(app.url, token)).toBe(200);

  const link = expectRevealed(await command('admin:recover', ['--email', zoe.email], env), /\/recovery\/\S{32}$/);
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel('New password').fill('seven grey gulls over');
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page).toHaveURL(`${app.url}/`);
  await page.goto('/audit');
  for (const sentence of [
    'made Zoë Marsh administrator, by command',
    'made the API token “CI”, which acts as observer',
    'made a recovery link for Zoë Marsh',
  ])
    await expect(page.getByText(sentence)).toBeVisible();
  await page.context().close();
});

test('what cannot be done is refused in words', async ({ app, company }) => {
  const env = { DATABASE_URL: app.databaseUrl };
  expect(Object.keys(company.tokens)).toHaveLength(3);
  const refused: [script: string, args: string[], code: number, why: RegExp][] = [
    ['admin:create', [], 2, /^Usage: npm run admin:create/m],
    ['admin:create', ['--email', 'ada', '--name', 'Ada'], 2, /This is not an e-mail address\./],
    ['admin:create', ['--email', emailOf('ada'), '--name', 'Ada'], 1, /has this e-mail address already.*admin:recover/],
    ['admin:create', ['--mail', emailOf('ada')], 2, /^Usage: /m],
    ['token:create', ['--name', 'CI'], 2, /^Usage: npm run token:create/m],
    ['token:create', ['--name', 'CI', '--role', 'captain'], 2, /Choose a role/],
    ['admin:recover', ['--email', emailOf('bea')], 1, /Bea Lind is no administrator/],
    ['admin:recover', ['--email', 'nobody@example.com'], 1, /Nobody has the address nobody@example\.com/],
  ];
  for (const [script, args, code, why] of refused) expectRefused(await command(script, args, env), code, why);
  expectRefused(
    await command('token:create', [], { DATABASE_URL: 'postgresql://postgres@127.0.0.1:1/none' }),
    1,
    /The database|reach/,
  );
});

test('on a data folder, with the app not running and then running', async () => {
  const data = temporaryFolder('command');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { QUARTERDECK_DATA: data, PORT: String(port) };
  const made = await command('admin:create', ['--email', 'zoe@example.com', '--name', 'Zoë Marsh'], env);
  const password = expectRevealed(made, anyPassword);
  expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);

  const app = begin(port, data);
  await expect.poll(() => answers(url), { timeout: 90_000 }).toBe(true);
  await expect.poll(app.said).toContain('is ready at');
  expect(app.said()).not.toContain('/set-up/');
  expect(await signIn(url, 'zoe@example.com', password)).toBe(200);
  const token = expectRevealed(await command('token:create', ['--name', 'CI', '--role', 'responder'], env), anyToken);
  expect(await readIncidents(url, token)).toBe(200);

  expect(await app.interrupt(), app.said()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});
