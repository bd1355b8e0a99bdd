import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../root.mjs';
import { Halt } from '../say.mjs';
import { findChromium, hasBrowser } from './chromium';

/** Sees to it that there is a browser: the system's, Debian's by apt-get as root, or else Playwright's own download. */
export function ensureBrowser(): void {
  if (hasBrowser()) return;
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    const noninteractive = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    succeeds('apt-get', ['update', '-qq'], noninteractive);
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], noninteractive);
    if (findChromium()) return;
  }
  succeeds(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  if (!hasBrowser()) {
    throw new Halt('The browser tests need Chromium, and none could be installed. Install it and run the tests again.');
  }
}

function succeeds(command: string, args: string[], env = process.env): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
