import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../alive.mjs';
import { Halt, step } from '../say.mjs';
import { type Place } from './place';

/** Stops a Postgres that outlived a killed start, and removes the lock file of one that did not. */
export async function clearLeftover(place: Place) {
  const lock = path.join(place.data, 'postmaster.pid');
  const pid = pidIn(lock);
  if (pid === null) return;
  if (isAlive(pid, place.data))
    await step('Stopping the Postgres that a killed start left behind', () => stopPid(pid, place.data));
  rmSync(lock, { force: true });
}

async function stopPid(pid: number, marker: string) {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
      if (!isAlive(pid, marker)) return true;
    }
  }
  throw new Halt(`A Postgres (process ${pid}) still runs on this data and does not stop. End it and start again.`);
}

function pidIn(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}
