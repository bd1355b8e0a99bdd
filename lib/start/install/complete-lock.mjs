import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { say } from '../say.mjs';

/**
 * npm leaves a platform's package out of package-lock.json where its registry does not hold that package, and then
 * refuses to install from the lock anywhere. This names what was left out, as entries that only their platform installs.
 */
export function missingFrom(/** @type {{ packages: Record<string, any> }} */ lock) {
  const missing = new Map();
  for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const hoisted = `node_modules/${name}`;
      if (!lock.packages[hoisted] && !lock.packages[`${place}/${hoisted}`])
        missing.set(hoisted, entryFor(name, version));
    }
  }
  return missing;
}

const platform =
  /(android|darwin|freebsd|linux|win32|wasm32)-(arm64|x64|arm|ia32|wasi)(?:-(gnu|musl|gnueabihf|msvc))?$/;
const libcs = { gnu: ['glibc'], musl: ['musl'] };

function entryFor(name, version) {
  const [, os, cpu, abi] = platform.exec(name) ?? [];
  if (!os || !/^\d/.test(version)) throw new Error(`No platform can be read from ${name}@${version}; add it by hand.`);
  if (os === 'wasm32') return { version, cpu: ['wasm32'], optional: true };
  return { version, cpu: [cpu], ...(libcs[abi] ? { libc: libcs[abi] } : {}), optional: true, os: [os] };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingFrom(lock);
  const entries = [...Object.entries(lock.packages), ...missing];
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(missing.size > 0 ? `Added ${[...missing.keys()].join(', ')}.` : 'Nothing is missing.');
}
