import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../root.mjs';
import { Halt } from '../say.mjs';
import { hasShell, hasWhole } from './chromium';

/** Sees to it that there is a browser: the system's, Debian's by apt-get as root, or else Playwright's own download. */
export function ensureBrowser(): void {
  const missing = [...(hasWhole() ? [] : ['chromium']), ...(hasShell() ? [] : ['chromium-headless-shell'])];
  if (missing.length > 0 && process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    // Other distributions have the one or the other by no such name, and do with what they have.
    const left = missing.filter((name) => !install(name));
    if (left.length > 0 && succeeds('apt-get', ['update', '-qq'])) left.forEach(install);
  }
  if (hasWhole()) return;
  succeeds(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  if (!hasWhole()) {
    throw new Halt('The browser tests need Chromium, and none could be installed. Install it and run the tests again.');
  }
}

function install(name: string): boolean {
  return succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

function succeeds(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', env }).status === 0;
}
