import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build as esbuild } from 'esbuild';
import { isAlive } from './alive.mjs';
import { builds, removeOldBuilds, useBuild } from './builds.mjs';
import { root } from './root.mjs';
import { Halt, step } from './say.mjs';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const notBuilt = /(^|\/)(lib\/start|lib\/store\/generated)\/|\.test\.tsx?$/;

/** The folder of the build of the sources as they are now, made when there is none yet; relative to the checkout. */
export async function ensureBuild(): Promise<string> {
  const version = sourceVersion();
  const folder = path.join(builds, version);
  mkdirSync(builds, { recursive: true });
  useBuild(version);
  if (!existsSync(doneMark(folder))) await step('Building (once per version)', () => buildInTurn(folder));
  removeOldBuilds(version);
  return path.relative(root, folder);
}

/** A name for the sources that the build reads: equal sources, equal name. */
function sourceVersion(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(entry: string): string[] {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (path.extname(entry)) return [entry];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .filter((file) => !notBuilt.test(file))
    .sort();
}

function doneMark(folder: string) {
  return path.join(folder, 'quarterdeck-built');
}

/** Copies that start together build once: the others wait, and take over should the builder be killed. */
async function buildInTurn(folder: string) {
  while (!existsSync(doneMark(folder))) {
    if (takeTurn(folder)) await build(folder);
    else await sleep(500);
  }
}

/** True when this process is the one to build; false while another does. */
function takeTurn(folder: string): boolean {
  const turn = `${folder}.turn`;
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' });
    process.once('exit', () => rmSync(turn, { force: true }));
    return true;
  } catch {
    if (!existsSync(turn)) return false;
    const builder = Number(readFileSync(turn, 'utf8'));
    if (!isAlive(builder, 'node')) rmSync(turn, { force: true });
    return builder === process.pid;
  }
}

async function build(folder: string) {
  rmSync(folder, { recursive: true, force: true });
  const [{ code, output }] = await Promise.all([
    nextBuild(path.relative(root, folder)),
    buildServer(`${folder}.server`),
  ]);
  if (code !== 0) throw new Halt(`The build failed.\n${output}`);
  renameSync(`${folder}.server`, path.join(folder, 'quarterdeck'));
  writeFileSync(doneMark(folder), '');
  rmSync(`${folder}.turn`, { force: true });
}

/** The server's own code in one file: starts faster than from sources, and stays as it was when the sources change. */
async function buildServer(folder: string) {
  rmSync(folder, { recursive: true, force: true });
  await esbuild({
    absWorkingDir: root,
    entryPoints: ['lib/main.ts'],
    outfile: path.join(folder, 'main.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
  });
}

function nextBuild(folder: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        QUARTERDECK_BUILD: folder,
        // Nodes that build the same sources must know each other's actions; every action checks access itself.
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256').update(path.basename(folder)).digest('base64'),
        // Modules are loaded to be looked at, never run against a database.
        DATABASE_URL: 'postgresql://build@127.0.0.1:1/build',
      },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, output }));
    const stopWithUs = () => child.kill('SIGKILL');
    process.once('exit', stopWithUs);
    child.on('exit', () => process.off('exit', stopWithUs));
  });
}
