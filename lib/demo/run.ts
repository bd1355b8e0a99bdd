import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { database } from '@/lib/store/database';
import { samplePeopleIds } from '@/lib/store/sample-people';
import { createCatalog, createPeople } from './create-company';
import { importHistory } from './import-history';
import { readPlay } from './playbook';
import { outage, productions } from './productions';
import { startReplay } from './replay';
import { readWorld } from './world';

/**
 * The demo: fills an empty database with the sample company and its past, then replays a well-known outage live, with a
 * small incident beside it. What a killed start left half done is finished. Touches no database that has people of its
 * own. Answers with how to stop.
 */
export async function startDemo(): Promise<() => Promise<void>> {
  const nothing = () => Promise.resolve();
  if ((await database.person.count()) === 0) await createPeople();
  else if ((await samplePeopleIds()).length === 0) {
    log.warn('QUARTERDECK_DEMO is set, but this database has people of its own: no sample company was added');
    return nothing;
  }
  const begun = (await readPlay(outage.key)) !== null;
  if (!begun) await createCatalog();
  const world = await readWorld();
  if (!begun) await importHistory(world);

  const stopping = new AbortController();
  const { signal } = stopping;
  const speed = env.QUARTERDECK_DEMO_SPEED;
  const replays: { ended: Promise<void> }[] = [];
  for (const production of productions) replays.push(await startReplay({ production, world, speed, signal }));
  return async () => {
    stopping.abort();
    await Promise.all(replays.map(({ ended }) => ended));
  };
}
