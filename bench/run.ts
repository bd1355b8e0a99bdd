// npm run bench [-- a b c d e f, or names] [--quick]: every figure of the README, measured side by side in one run.
import os from 'node:os';
import { killAll } from './lib/child';
import { startPostgres } from './lib/database';

type Bench = (serverUrl: string, options: { quick: boolean }) => Promise<void>;

const benches: [letter: string, name: string, bench: Bench][] = [
  ['a', 'fan-out', async (...given) => (await import('./fan-out')).fanOut(...given)],
  ['a', 'memory', async (...given) => (await import('./memory')).memoryPerSocket(...given)],
  ['a', 'drops', async (...given) => (await import('./drops')).drops(...given)],
  ['b', 'seen', async (...given) => (await import('./seen')).seen(...given)],
  ['c', 'acts', async (...given) => (await import('./acts')).acts(...given)],
  ['d', 'pages', async (...given) => (await import('./pages')).pages(...given)],
  ['e', 'timers', async (...given) => (await import('./timers')).timers(...given)],
  ['e', 'kills', async (...given) => (await import('./kills')).kills(...given)],
  ['e', 'paging', async (...given) => (await import('./paging')).paging(...given)],
  ['e', 'page-kills', async (...given) => (await import('./page-kills')).pageKills(...given)],
  ['f', 'faults', async (...given) => (await import('./faults')).faults(...given)],
];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const quick = process.argv.includes('--quick');
const unknown = wanted.filter((word) => !benches.some(([letter, name]) => word === letter || word === name));
if (unknown.length > 0) {
  process.stderr.write(
    `No bench is named ${unknown.join(', ')}; there are ${benches.map(([, name]) => name).join(', ')}.\n`,
  );
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const postgres = await startPostgres();
// What is imported from the app asks for a database; each bench makes its own.
process.env.DATABASE_URL ??= postgres.url;
process.env.TEST_SERVER_URL = postgres.url;
const [cpu] = os.cpus();
process.stdout.write(
  `${os.cpus().length} × ${cpu?.model ?? 'processor'}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}, ` +
    `${new Date().toISOString()}${quick ? ', quick: too short for figures' : ''}\n`,
);
let failed = false;
for (const [letter, name, bench] of benches) {
  if (wanted.length > 0 && !wanted.includes(letter) && !wanted.includes(name)) continue;
  try {
    await bench(postgres.url, { quick });
  } catch (error) {
    failed = true;
    process.stdout.write(
      `\n(${letter}) ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
  killAll();
}
await postgres.stop();
process.exit(failed ? 1 : 0);
