import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { database } from '@/lib/store/database';
import { samplePeopleIds } from '@/lib/store/sample-people';
import { createCompany } from './create-company';
import { dismissCrew } from './crew';
import { importHistory } from './import-history';
import { playReplays } from './replay';
import { readWorld } from './world';

/**
 * The demo: fills an empty database with the sample company and its past, then replays a well-known outage live.
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
  const playing = playReplays({ world, speed: env.QUARTERDECK_DEMO_SPEED, signal }).catch((error: unknown) => {
    if (!signal.aborted) log.error({ error: error instanceof Error ? error.stack : String(error) }, 'the replay ended');
  });
  return async () => {
    stopping.abort();
    await playing;
    await dismissCrew();
  };
}
