import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './alive.mjs';
import { root } from './root.mjs';

/** Each version of the sources is built into a folder of its own; beside it, `<version>.used-by` holds a file per running copy. */
export const builds = path.join(root, '.next/builds');

/** Process numbers of the copies that run from this checkout, this one left out. */
export function copiesRunning() {
  return versions().flatMap((version) => usersOf(version).filter((pid) => pid !== process.pid));
}

/** Marks `version` as used by this process until it ends. */
export function useBuild(version) {
  const folder = path.join(builds, `${version}.used-by`);
  mkdirSync(folder, { recursive: true });
  const mark = path.join(folder, String(process.pid));
  writeFileSync(mark, '');
  process.on('exit', () => rmSync(mark, { force: true }));
}

/** Removes builds that no copy uses, save `keep`. */
export function removeOldBuilds(keep) {
  for (const version of versions()) {
    if (version === keep || usersOf(version).length > 0) continue;
    rmSync(path.join(builds, version), { recursive: true, force: true });
    rmSync(path.join(builds, `${version}.used-by`), { recursive: true, force: true });
  }
}

function versions() {
  if (!existsSync(builds)) return [];
  return [...new Set(readdirSync(builds).map((name) => name.split('.')[0]))];
}

function usersOf(version) {
  const folder = path.join(builds, `${version}.used-by`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map(Number)
    .filter((pid) => {
      if (isAlive(pid, 'node')) return true;
      rmSync(path.join(folder, String(pid)), { force: true });
      return false;
    });
}
