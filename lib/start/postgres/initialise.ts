import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Halt } from '../say.mjs';
import { type Access } from './access';
import { bareEnvironment } from './bare-environment';
import { type Place } from './place';

/** Makes an empty database cluster, unless there is one. A half-made one, left by a kill, is made anew. */
export function initialiseCluster(place: Place, access: Access): boolean {
  const finished = path.join(place.data, 'quarterdeck-initialised');
  if (existsSync(finished)) {
    // A copied or restored folder often comes with wider permissions, which Postgres refuses.
    chmodSync(place.data, 0o700);
    return false;
  }
  if (existsSync(path.join(place.data, 'base')) && existsSync(path.join(place.data, 'postmaster.opts'))) {
    throw new Halt(`${place.data} holds a database that Quarterdeck did not make; it is left untouched.`);
  }
  if (existsSync(place.data))
    for (const name of readdirSync(place.data)) rmSync(path.join(place.data, name), { recursive: true });

  const passwordFile = `${place.data}.password`;
  writeFileSync(passwordFile, access.adminPassword, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  // The built-in locale sorts the same on every system and after every upgrade, so indexes never go stale.
  const made = spawnSync(
    path.join(place.programs, 'bin/initdb'),
    [
      `--pgdata=${place.data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...place.user, cwd: '/', encoding: 'utf8', env: bareEnvironment },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Halt(`Postgres could not be set up.\n${made.error?.message ?? made.stderr}`);
  writeFileSync(finished, '');
  return true;
}
