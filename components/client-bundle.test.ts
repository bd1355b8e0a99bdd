import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';

// What a browser loads begins at the files marked 'use client'. They are bundled as their imports say, type imports left out.
const root = `${import.meta.dirname}/..`;
const clients = ['app', 'components']
  .flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.tsx') && readFileSync(`${root}/${file}`, 'utf8').startsWith("'use client'"));

/** File of ours → what it imports that is left after types. */
const imports = new Map<string, string[]>();

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: clients,
    outdir: 'nowhere',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    logLevel: 'silent',
    // Server actions reach the browser as references.
    plugins: [
      {
        name: 'actions',
        setup: (builder) =>
          builder.onLoad({ filter: /\/app\/.*\.ts$/ }, ({ path }) =>
            readFileSync(path, 'utf8').startsWith("'use server'") ? { contents: '' } : null,
          ),
      },
    ],
  });
  for (const [file, input] of Object.entries(metafile.inputs)) {
    imports.set(
      file,
      input.imports.map((found) => found.path),
    );
  }
});

/** The way from a file for the browser to `wanted`, or null when there is none. */
function wayTo(wanted: RegExp): string[] | null {
  const ways = clients.map((file) => [file]);
  const seen = new Set(clients);
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (wanted.test(next)) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

it('sees what a browser loads', () => {
  expect(clients.length).toBeGreaterThan(50);
  expect(wayTo(/^radix-ui$/)).not.toBeNull();
  expect(wayTo(/^lib\/core\/incident\/evolve\.ts$/)).not.toBeNull();
});

it.each([
  ['zod, which judges what is typed on the server alone', /^zod(\/|$)/],
  ['the time-zone library', /^temporal-polyfill/],
  ['what only servers have', /^(node:|pg$|pino$|prom-client$|@prisma\/)/],
  ['our rings beyond core and the live contract', /^lib\/(?!core\/|live\/contract\.ts$)/],
])('no component for the browser brings %s', (_name, wanted) => {
  expect(wayTo(wanted)).toBeNull();
});
