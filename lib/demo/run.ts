import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { database } from '@/lib/store/database';
import { samplePeopleIds } from '@/lib/store/sample-people';
import { createCompany } from './create-company';
import { importHistory } from './import-history';
import { productions } from './productions';
import { playReplays } from './replay';
import { readWorld } from './world';

/**
 * The demo: fills an empty database with the sample company and its past, then replays a well-known outage live, with a small incident beside it.
 * Touches no database that has people of its own. Answers with how to stop.
 */
export async function startDemo(): Promise<() => Promise<void>> {
  const nothing = () => Promise.resolve();
  if ((await database.person.count()) === 0) await createCompany();
  else if ((await samplePeopleIds()).length === 0) {
    log.warn('QUARTERDECK_DEMO is set, but this database has people of its own: no sample company was added');
    return nothing;
  }
  const world = await readWorld();
  if ((await database.incident.count()) === 0) await importHistory(world);

  const stopping = new AbortController();
  const { signal } = stopping;
  const speed = env.QUARTERDECK_DEMO_SPEED;
  const playing = productions.map((production) =>
    playReplays({ production, world, speed, signal }).catch((error: unknown) => {
      if (signal.aborted) return;
      log.error(
        { error: error instanceof Error ? error.stack : String(error), replay: production.key },
        'a replay ended',
      );
    }),
  );
  return async () => {
    stopping.abort();
    await Promise.all(playing);
  };
}
