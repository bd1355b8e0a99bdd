// npm run bench [-- a b c d e] [-- --quick]: every figure of the README, measured side by side in one run.
import os from 'node:os';
import { startPostgres } from './lib/database';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const quick = process.argv.includes('--quick');

type Bench = (serverUrl: string, options: { quick: boolean }) => Promise<void>;

const benches: [string, Bench][] = [
  ['a', async (...given) => (await import('./fan-out')).fanOut(...given)],
  ['a', async (...given) => (await import('./memory')).memoryPerSocket(...given)],
  ['a', async (...given) => (await import('./drops')).drops(...given)],
  ['b', async (...given) => (await import('./seen')).seen(...given)],
  ['c', async (...given) => (await import('./acts')).acts(...given)],
  ['d', async (...given) => (await import('./pages')).pages(...given)],
  ['e', async (...given) => (await import('./timers')).timers(...given)],
  ['e', async (...given) => (await import('./kills')).kills(...given)],
];

const postgres = await startPostgres();
process.env.DATABASE_URL ??= postgres.url;
process.env.TEST_SERVER_URL = postgres.url;
process.once('SIGINT', () => process.exit(130));
const [cpu] = os.cpus();
process.stdout.write(
  `${os.cpus().length} × ${cpu?.model ?? 'processor'}, Node ${process.version}, ${new Date().toISOString()}\n`,
);
try {
  for (const [name, bench] of benches) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(postgres.url, { quick });
  }
} finally {
  await postgres.stop();
}
process.exit(0);
