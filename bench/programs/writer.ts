// Commits facts, in a process that serves nobody.
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { answer, moment } from '../lib/answer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada Keller', role: 'administrator' };

async function note(number: number, text: string) {
  const done = await actOnIncident({ actor: ada }, number, 'add-note', { text });
  if (isRefusal(done)) throw new Error(done.message);
  return done;
}

answer({
  declare: async () => {
    const done = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity: 'High' });
    if (isRefusal(done)) throw new Error(done.message);
    return done.number;
  },
  /** Commits `count` facts, `everyMs` apart, and answers with when each was committed and how far the incident came. */
  facts: async (number: number, count: number, everyMs: number, text: string) => {
    const committed: number[] = [];
    let seq = 0;
    for (let index = 0; index < count; index += 1) {
      seq = (await note(number, text)).seq;
      committed.push(moment());
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return { committed, seq };
  },
});
