import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../root.mjs';

/** One program of ours as a file that starts in a moment: for tests and benches that start it a thousand times. */
export async function bundle(entry: string): Promise<string> {
  const outfile = path.join(root, 'node_modules/.cache/quarterdeck', `${entry.replaceAll(/[^a-z0-9]+/gi, '-')}.mjs`);
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': root },
    logLevel: 'error',
  });
  return outfile;
}
