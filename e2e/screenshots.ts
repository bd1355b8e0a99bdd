// Photographs the demo for the README: `npm run screenshots`, or with the address of a demo that runs already.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Locator, type Page, chromium, devices } from '@playwright/test';
import { freePort } from '../lib/start/postgres/access';
import { temporaryFolder } from '../lib/start/temporary-folder';
import { anyChromium } from '../lib/start/testing/chromium';

const folder = path.resolve('public/screens');
/** By then the replay has reached the hour when everybody is busy. */
const settleMs = Number(process.env.SCREENSHOTS_AFTER_SECONDS ?? 340) * 1_000;

async function main(given: string | undefined): Promise<void> {
  const demo = given ? { address: given, stop: () => Promise.resolve() } : await startDemo();
  const browser = await chromium.launch(anyChromium());
  try {
    mkdirSync(folder, { recursive: true });
    if (!given) await new Promise((resolve) => setTimeout(resolve, settleMs));
    await photograph(browser, demo.address);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function photograph(browser: Browser, address: string): Promise<void> {
  const desk = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
  const { defaultBrowserType: _type, ...phone } = { ...devices['iPhone 13'], viewport: { width: 390, height: 844 } };
  const night = await signedIn(browser, address, { ...desk, colorScheme: 'dark' });
  await shoot(night, 'room-dark', await liveRoom(night, address), live(night));
  const day = await signedIn(browser, address, { ...desk, colorScheme: 'light' });
  await shoot(day, 'board-light', `${address}/`, live(day));
  const page = await signedIn(browser, address, { ...phone, deviceScaleFactor: 2, colorScheme: 'dark' });
  await shoot(page, 'phone', await liveRoom(page, address), live(page));
  await page.context().close();
}

async function signedIn(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0],
): Promise<Page> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: /Ada Okafor/ }).click();
  await page.waitForURL(`${address}/`);
  return page;
}

async function liveRoom(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(`${address}/api/v1/incidents?open=true&service=Main%20database&limit=1`);
  const { incidents } = (await answer.json()) as { incidents: { number: number }[] };
  const [incident] = incidents;
  if (!incident) throw new Error('The demo has no open incident.');
  return `${address}/incidents/${incident.number}`;
}

const live = (page: Page) => page.getByRole('status').filter({ hasText: /^live$/ });

/** Photographs a page once `settled` is on it and its letters are drawn. */
async function shoot(page: Page, name: string, address: string, settled: Locator): Promise<void> {
  await page.goto(address);
  await settled.waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  console.log(`public/screens/${name}.png`);
}

async function startDemo(): Promise<{ address: string; stop: () => Promise<void> }> {
  const data = temporaryFolder('screens');
  const port = String(await freePort());
  const env = { ...process.env, QUARTERDECK_DATA: data, PORT: port };
  const child = spawn(process.execPath, ['lib/start/start.mjs', '--demo'], { env, stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = `http://localhost:${port}`;
  const ready = () =>
    fetch(`${address}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await ready())) {
    if (child.exitCode !== null) throw new Error('The demo did not start.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { address, stop };
}

await main(process.argv[2]);
