import { readLacks } from '@/lib/store/channel-lacks';
import { database } from '@/lib/store/database';
import { type Reach, readReach } from '@/lib/store/deliveries';

/** How these people are reached by what can send anything now, for those who have written down a way at all. */
export async function readWorkingReach(people: readonly string[]): Promise<Map<string, Reach>> {
  const [reaches, lacks] = await Promise.all([readReach(database, people), readLacks()]);
  return new Map(
    [...reaches].map(([id, reach]) => [
      id,
      { ...reach, methods: reach.methods.filter(({ channel }) => !(channel in lacks)) },
    ]),
  );
}
