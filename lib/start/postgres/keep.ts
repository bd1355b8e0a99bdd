import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../say.mjs';
import { runPostgres, type RunningPostgres } from './run';

/** Starts Postgres and starts it again whenever it dies unasked; calls `giveUp` when that no longer works. */
export async function keepPostgres(
  folder: string,
  giveUp: (reason: string) => unknown,
): Promise<{ url: string; stop: () => Promise<void> }> {
  let stopping = false;
  let server = await runPostgres(folder);
  const { url } = server;

  const watch = async (running: RunningPostgres) => {
    const reason = await running.ended;
    if (stopping) return;
    say(`  Postgres ended (${reason}). Starting it again …`);
    await sleep(250);
    server = await runPostgres(folder);
    if (server.url !== url) throw new Error('its port has been taken meanwhile');
    say('  Postgres answers again.');
    void watch(server).catch(failed);
  };
  const failed = (error: unknown) => giveUp(`Postgres could not be started again: ${String(error)}`);
  void watch(server).catch(failed);

  return {
    url,
    stop: async () => {
      stopping = true;
      await server.stop();
    },
  };
}
