import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copiesRunning } from '../builds.mjs';
import { root } from '../root.mjs';
import { Halt, step } from '../say.mjs';

const hiddenLock = path.join(root, 'node_modules/.package-lock.json');

/**
 * Installs what package-lock.json names when node_modules holds something else.
 * npm writes node_modules/.package-lock.json last, so an interrupted install is seen as none.
 */
export async function installPackages() {
  if (matches()) return;
  const others = copiesRunning();
  if (others.length > 0) {
    throw new Halt(
      `The packages have changed, but a copy of Quarterdeck runs from this folder (process ${others.join(', ')}).\n` +
        'Stop it first: installing would pull its files from under it.',
    );
  }
  await step('Installing packages (first start, or the version changed)', () =>
    npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

function matches() {
  if (!existsSync(hiddenLock)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hiddenLock, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional, peer }]) =>
      place === '' || present[place]?.version === version || (!(place in present) && (optional || devOptional || peer)),
  );
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, lead] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...lead, ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && command === 'npm',
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    });
    child.on('error', (error) => reject(new Halt(`npm could not be run: ${error.message}`)));
    child.on('exit', (code) =>
      code === 0 ? resolve(true) : reject(new Halt('npm could not install the packages; its message is above.')),
    );
  });
}
