import { DAY, MINUTE, type Instant, plus } from '@/lib/core/instant';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { importStory } from './import-story';
import { type World } from './rehearse';
import { autumn } from './stories/autumn';
import { spring } from './stories/spring';
import { summer } from './stories/summer';
import { type PastStory } from './story';

/** The incidents that the sample company has behind it, the oldest first. */
export const pastStories: readonly PastStory[] = [...spring, ...summer, ...autumn];

/** Imports them; a start that was killed in between is taken up where it stopped. */
export async function importHistory(world: World): Promise<void> {
  const now = await readClock();
  for (const story of pastStories.slice(await database.incident.count())) {
    const declaredAt = momentOf(story, now);
    const last = story.steps.at(-1)?.minute ?? 0;
    await importStory(story, world, { declaredAt, until: plus(declaredAt, (last + 1) * MINUTE), read: true });
  }
}

function momentOf({ daysAgo, clock }: PastStory, now: Instant): Instant {
  return `${plus(now, -daysAgo * DAY).slice(0, 10)}T${clock}:00.000Z`;
}
