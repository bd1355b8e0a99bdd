import { createServer, type Server } from 'node:http';
import next from 'next';
import { actorOfHeaders } from '@/lib/auth/actor-of-headers';
import { firstRun } from '@/lib/auth/first-run';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { SECOND } from '@/lib/core/instant';
import { startDemo } from '@/lib/demo/run';
import { announceLeaving } from '@/lib/edge/health';
import { handleWith } from '@/lib/edge/handle';
import { adoptSecret, env } from '@/lib/env';
import { startJobs } from '@/lib/jobs/run';
import { startSending } from '@/lib/jobs/send-deliveries';
import { startWatching } from '@/lib/jobs/watch-paging';
import { attachLive } from '@/lib/live/server';
import { log } from '@/lib/log';
import { listen } from '@/lib/main/listen';
import { tellReady } from '@/lib/main/ready';
import { untilToldToStop } from '@/lib/main/stop';
import { upgradeDoor } from '@/lib/main/upgrade';
import { pool } from '@/lib/store/database';
import { migrate, UnfitDatabase, UnreachableDatabase } from '@/lib/store/migrate';
import { beginPulse } from '@/lib/store/pulse';
import { keptSecret } from '@/lib/store/secret';
import { beginSyntheticPages } from '@/lib/store/synthetic-page';
import { startTimers } from '@/lib/timers/run';

/** A part of the running app: started with the server it may attach to, answers with how to stop it. */
type Part = (server: Server) => Promise<() => Promise<void>>;

const live: Part = async (server) => {
  const paging = await startWatching();
  const stop = await attachLive(server, {
    authenticate: actorOfHeaders,
    onReturn: (actor, number) => actOnIncident({ actor }, number, 'commander-returned', {}),
    paging,
  });
  return async () => {
    await paging.stop();
    await stop();
  };
};

const parts: Part[] = [startJobs, () => Promise.resolve(startTimers()), () => Promise.resolve(startSending()), live];
if (env.QUARTERDECK_DEMO) parts.push(() => startDemo());

/** The exit code that tells the starter not to try again. */
const noCure = 78;

/** Longer than proxies and clients keep a connection for their next request: whoever hangs up last loses none. */
const idleConnectionMs = 75 * SECOND;

async function main() {
  const applied = await migrate(env.DATABASE_URL);
  if (applied.length > 0) log.info({ migrations: applied }, 'the database was brought up to date');
  if (!env.QUARTERDECK_SECRET) adoptSecret(await keptSecret());

  const server = createServer({ keepAliveTimeout: idleConnectionMs, headersTimeout: idleConnectionMs + SECOND });
  const app = next({ dev: env.NODE_ENV === 'development', port: env.PORT, httpServer: upgradeDoor(server) });
  await app.prepare();
  const answer = app.getRequestHandler();
  server.on(
    'request',
    handleWith((req, res) => answer(req, res)),
  );

  await beginPulse();
  await beginSyntheticPages();
  const stops: (() => Promise<void>)[] = [];
  for (const start of parts) stops.unshift(await start(server));
  await listen(server, env.PORT, env.HOST);
  tellReady(await firstRun());
  log.info({ url: env.QUARTERDECK_URL }, 'ready');

  const reason = await untilToldToStop();
  log.info({ reason }, 'stopping');
  announceLeaving();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  for (const stop of stops) await stop();
  const patience = setTimeout(() => server.closeAllConnections(), 3_000);
  await closed;
  clearTimeout(patience);
  await app.close();
  await pool.end();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof UnfitDatabase || error instanceof UnreachableDatabase) {
      process.stderr.write(`\n${error.message}\n`);
      process.exit(error instanceof UnfitDatabase ? noCure : 1);
    }
    log.fatal({ error: error instanceof Error ? error.stack : String(error) }, 'the app could not run');
    process.exit(1);
  },
);
