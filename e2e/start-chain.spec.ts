import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../lib/start/postgres/access';
import { temporaryFolder } from '../lib/start/temporary-folder';
import { answers, begin } from './fixtures/start';

// What a newcomer types, with a Postgres and a data folder of its own; the build is there already, as at a second start.
test.describe.configure({ timeout: 180_000 });

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
