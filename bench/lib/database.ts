import { rmSync } from 'node:fs';
import { runPostgres } from '@/lib/start/postgres/run';
import { createTestDatabase, ensureTemplate } from '@/lib/start/testing/databases';
import { killAll } from './child';
import { temporaryFolder } from '@/lib/start/temporary-folder';

/** A Postgres with the settings of `npm start` (it syncs every commit), gone with its folder when stopped. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = temporaryFolder('bench');
  const postgres = await runPostgres(folder);
  await ensureTemplate(postgres.url);
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs `work` with a new, migrated database; programs that it leaves running are ended. */
export async function withDatabase(serverUrl: string, work: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await createTestDatabase(serverUrl);
  try {
    await work(url);
  } finally {
    killAll();
    await drop();
  }
}
