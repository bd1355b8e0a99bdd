import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { Halt, step } from '../say.mjs';

const generated = path.join(root, 'lib/store/generated');
const stamp = path.join(generated, '.made-from');

/** Writes the typed database client, when the schema or Prisma has changed since the last time. */
export async function generateClient() {
  const version = JSON.parse(readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8')).version;
  const madeFrom = createHash('sha256')
    .update(version)
    .update(readFileSync(path.join(root, 'prisma/schema.prisma')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom) return;
  await step('Generating the database client', generate);
  writeFileSync(stamp, madeFrom);
}

function generate() {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'],
      // Generating never runs the schema engine, but Prisma would download it unless told that there is one.
      {
        cwd: root,
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      },
      (error, stdout, stderr) =>
        error ? reject(new Halt(`The database client could not be generated.\n${stdout}${stderr}`)) : resolve(true),
    );
  });
}
