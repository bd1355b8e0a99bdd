import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './alive.mjs';
import { root } from './root.mjs';
import { Halt, say } from './say.mjs';

type Holder = { pid: number; address: string | null; stopping: boolean };

export function dataFolder(demo = false): string {
  return path.resolve(root, process.env.QUARTERDECK_DATA || (demo ? '.quarterdeck/demo' : '.quarterdeck'));
}

/** The process that runs on a data folder now, or null. */
export function holderOf(folder: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile(folder), 'utf8')) as Holder;
    return isAlive(holder.pid, 'lib/start/') ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Makes this process the only one on its data folder, until it ends.
 * One that is just stopping, or whose parent was killed a moment ago, is waited for; another is named and refused.
 */
export async function holdDataFolder(folder: string) {
  mkdirSync(folder, { recursive: true });
  const patience = Date.now() + 6_000;
  const longPatience = Date.now() + 60_000;
  let told = false;
  for (;;) {
    const holder = holderOf(folder);
    if (holder === null) {
      rmSync(lockFile(folder), { force: true });
      if (takeLock(folder)) break;
      continue;
    }
    if (Date.now() > (holder.stopping ? longPatience : patience)) {
      throw new Halt(
        `Quarterdeck already runs on this data${holder.address ? `, at ${holder.address}` : ''} (process ${holder.pid}).\n` +
          'Stop that copy first, or set QUARTERDECK_DATA to another folder and PORT to another port.',
      );
    }
    if (!told) say('  Another copy is on this data; waiting for it to end …');
    told = true;
    await sleep(200);
  }
  process.on('exit', () => rmSync(lockFile(folder), { force: true }));
  return {
    announce: (address: string) => writeLock(folder, { pid: process.pid, address, stopping: false }),
    stopping: () => writeLock(folder, { pid: process.pid, address: null, stopping: true }),
  };
}

function lockFile(folder: string) {
  return path.join(folder, 'running.json');
}

function takeLock(folder: string): boolean {
  try {
    writeLock(folder, { pid: process.pid, address: null, stopping: false }, 'wx');
    return true;
  } catch {
    return false;
  }
}

function writeLock(folder: string, holder: Holder, flag = 'w') {
  writeFileSync(lockFile(folder), JSON.stringify(holder), { flag });
}
