import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../lib/start/postgres/access';
import { temporaryFolder } from '../lib/start/temporary-folder';

// What a newcomer types, with a Postgres and a data folder of its own; the build is there already, as at a second start.
test.describe.configure({ timeout: 180_000 });

/** `npm start` as a process, and what it has printed so far. */
function begin(port: number, data: string): { child: ChildProcess; said: () => string } {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['lib/start/start.mjs'], {
    env: { NODE_ENV: 'production', PATH, HOME, PORT: String(port), QUARTERDECK_DATA: data, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

test('npm start serves, survives kill -9 of itself, and stops cleanly with its Postgres', async () => {
  const data = temporaryFolder('start');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const patient = { timeout: 90_000 };
  const first = begin(port, data);
  await expect.poll(() => answers(url), patient).toBe(true);
  await expect.poll(first.said, patient).toContain(`${url}/set-up/`);

  first.child.kill('SIGKILL');
  await expect.poll(() => answers(url), patient).toBe(false);

  const second = begin(port, data);
  await expect.poll(() => answers(url), patient).toBe(true);
  await expect.poll(second.said, patient).toContain('is ready at');
  const stopped = new Promise<number | null>((resolve) => second.child.once('exit', resolve));
  second.child.kill('SIGINT');
  expect(await stopped, second.said()).toBe(0);
  expect(second.said()).toContain('Stopped.');
  expect(await answers(url)).toBe(false);
  expect(existsSync(path.join(data, 'postgres/postmaster.pid'))).toBe(false);
  rmSync(data, { recursive: true, force: true });
});
