import { readEnv } from '@/lib/env-rules';
import path from 'node:path';
import { ensureBuild } from './build';
import { dataFolder, holdDataFolder } from './data-folder';
import { whenNpmIsGone } from './orphaned';
import { isFree } from './postgres/access';
import { keepPostgres } from './postgres/keep';
import { root } from './root.mjs';
import { Halt, say, step } from './say.mjs';
import { clearLeftoverApp, superviseApp } from './supervise';

type Wish = { dev: boolean; demo: boolean };

/** `npm start`, `npm run dev` and `npm run demo`: brings everything up in order, and down in the reverse order. */
export async function serve({ dev, demo }: Wish) {
  const read = readEnv({ DATABASE_URL: 'postgresql://unknown-yet', ...withoutEmpty(process.env) });
  if ('problems' in read) throw new Halt(read.problems);
  const folder = dataFolder(demo);
  const hold = await holdDataFolder(folder);
  const stops: (() => Promise<void>)[] = [];
  const shutDown = stopInOrder(stops, hold.stopping);

  await clearLeftoverApp(folder);
  if (!(await isFree(read.env.PORT, read.env.HOST))) {
    throw new Halt(
      `Port ${read.env.PORT} is in use by another program. Set PORT to another, for example: PORT=3001 npm start`,
    );
  }
  const given = process.env.DATABASE_URL;
  const postgres = given
    ? null
    : await step('Starting Postgres', () => keepPostgres(folder, (reason) => shutDown(1, reason)));
  if (postgres) stops.unshift(postgres.stop);
  const build = dev ? undefined : await ensureBuild();
  const output = build ?? devOutput(folder);

  const app = superviseApp(folder, programOf(build), {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    DATABASE_URL: given || postgres?.url,
    QUARTERDECK_DATA: folder,
    QUARTERDECK_DEMO: demo ? '1' : process.env.QUARTERDECK_DEMO,
    QUARTERDECK_BUILD: output,
    NEXT_TELEMETRY_DISABLED: '1',
  });
  stops.unshift(app.stop);
  void app.ended.then((reason) => shutDown(1, `The app did not start (${reason}).`));
  const lines = await step('Starting the app', () => app.ready);
  hold.announce(read.env.QUARTERDECK_URL);
  say(`\nQuarterdeck is ready at ${read.env.QUARTERDECK_URL}`);
  for (const line of lines) say(line);
  say(`Press Ctrl-C to stop it${dev ? '; type rs and Enter to restart the server code' : ''}.\n`);
  if (dev) process.stdin.on('data', (typed) => typed.toString().trim() === 'rs' && app.restart());
}

/** Next allows one development server an output folder; copies on other data have their own. */
function devOutput(folder: string) {
  return folder === path.join(root, '.quarterdeck') ? '.next' : `.next/dev-on/${path.basename(folder)}`;
}

/** The arguments that make Node the app: the built one, or in development the sources. */
function programOf(build: string | undefined): string[] {
  return build ? ['--enable-source-maps', `${build}/quarterdeck/main.mjs`] : ['--import', 'tsx', 'lib/main.ts'];
}

function withoutEmpty(source: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
}

/** Stops what has been started, the last first, on Ctrl-C, SIGTERM, a closed terminal, a killed npm, or a failure. */
function stopInOrder(stops: (() => Promise<void>)[], announce: () => void) {
  let down: Promise<void> | null = null;
  const shutDown = (code: number, reason?: string) =>
    (down ??= (async () => {
      announce();
      say(reason ? `\n${reason}` : '\nStopping …');
      for (const stop of stops) await stop();
      say('Stopped.');
      process.exit(code);
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void shutDown(0));
  whenNpmIsGone(() => void shutDown(0, 'npm has gone; stopping.'));
  return shutDown;
}
