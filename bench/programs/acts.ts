// Acts through the whole command path: parsed, judged, decided, committed with state, timers, notices and doorbell.
import { type Actor } from '@/lib/core/access/actor';
import { isRefusal } from '@/lib/core/refusal';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { answer, processorTime } from '../lib/answer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada Keller', role: 'administrator' };
const numbers: number[] = [];
const text = 'Replica lag fell to 4 s after the restart of the second read pool; checkout errors are at 0.8 %.';

answer({
  prepare: async (incidents: number) => {
    for (let index = 0; index < incidents; index += 1) {
      const done = await declareIncident({ actor: ada }, { title: `Checkout fails ${index}`, severity: 'High' });
      if (isRefusal(done)) throw new Error(done.message);
      numbers.push(done.number);
    }
    return numbers;
  },
  /** Acts one after another on `lanes` incidents at once for `ms`; answers with acts and the processor's microseconds. */
  run: async (lanes: number, ms: number) => {
    const cpu = processorTime();
    const began = performance.now();
    let acts = 0;
    await Promise.all(
      numbers.slice(0, lanes).map(async (number) => {
        while (performance.now() - began < ms) {
          const done = await actOnIncident({ actor: ada }, number, 'add-note', { text });
          if (isRefusal(done)) throw new Error(done.message);
          acts += 1;
        }
      }),
    );
    return { acts, ms: performance.now() - began, cpu: processorTime() - cpu };
  },
});
