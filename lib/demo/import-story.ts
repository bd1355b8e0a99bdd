import { incidentStream } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { commit } from '@/lib/store/commit';
import { drawNumber } from '@/lib/store/draw-number';
import { transact } from '@/lib/store/transact';
import { type Rehearsal, rehearse, type World } from './rehearse';
import { type Story } from './story';

interface Import {
  declaredAt: Instant;
  until: Instant;
  /** Whether its notices were read long ago. */
  read: boolean;
}

/** Writes a story of the past as one whole stream, through the same commit as every act, and answers with its number. */
export async function importStory(story: Story, world: World, when: Import): Promise<Rehearsal & { number: number }> {
  return transact(async (unit) => {
    const number = await drawNumber(unit.tx);
    const rehearsal = rehearse(story, world, { number, ...when });
    const [refused] = rehearsal.refusals;
    if (refused) throw new Error(`A sample story was refused at ${refused.step.act}: ${refused.refusal.message}`);
    await commit(unit, null, rehearsal.facts);
    if (when.read) {
      await unit.tx.$executeRaw`update notice set read_at = created_at where stream = ${incidentStream(number)}`;
    }
    return { ...rehearsal, number };
  });
}
