// npm run bench [-- a b c d e] [-- --quick]: every figure of the README, measured side by side in one run.
import os from 'node:os';
import { startPostgres } from './lib/database';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const quick = process.argv.includes('--quick');

const benches: Record<string, (serverUrl: string, options: { quick: boolean }) => Promise<void>> = {
  a: async (...given) => (await import('./fan-out')).fanOut(...given),
};

const postgres = await startPostgres();
process.env.DATABASE_URL ??= postgres.url;
process.env.TEST_SERVER_URL = postgres.url;
process.once('SIGINT', () => process.exit(130));
const [cpu] = os.cpus();
process.stdout.write(
  `${os.cpus().length} × ${cpu?.model ?? 'processor'}, Node ${process.version}, ${new Date().toISOString()}\n`,
);
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(postgres.url, { quick });
  }
} finally {
  await postgres.stop();
}
process.exit(0);
