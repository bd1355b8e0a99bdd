import { randomUUID } from 'node:crypto';
import { decideDeclare, declareInput } from '@/lib/core/incident/declare';
import { incidentStream, record } from '@/lib/core/facts';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { commit } from '@/lib/store/commit';
import { drawNumber } from '@/lib/store/draw-number';
import { loadMentioned } from '@/lib/store/mentioned';
import { currentPolicy } from '@/lib/store/policy';
import { type Caller, type Done, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/** Declares an incident under the policy in force now. */
export async function declareIncident(caller: Caller, draft: unknown): Promise<Done | Refusal> {
  return counted('declare', () => declare(caller, draft));
}

async function declare(caller: Caller, draft: unknown): Promise<Done | Refusal> {
  const parsed = parse(declareInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { input } = parsed;
  const { actor } = caller;
  return once(caller, { name: 'declare', draft }, async (unit) => {
    const { tx } = unit;
    const mentioned = await loadMentioned(tx, null, { people: input.visibleTo, services: input.services });
    const policy = await currentPolicy(tx);
    const now = await readClock(tx);
    const context = { actor, now, id: randomUUID(), ...mentioned };
    // Decided once before a number is drawn, so that a refused declaration leaves no hole in the numbering.
    const trial = decideDeclare(input, { ...context, policy, number: 0 });
    if (isRefusal(trial)) return trial;
    const number = await drawNumber(tx);
    const decided = decideDeclare(input, { ...context, policy, number });
    if (isRefusal(decided)) return decided;
    const facts = record(decided, { stream: incidentStream(number), seq: 0, actor, now });
    await commit(unit, null, facts);
    return { number, seq: facts.length, facts };
  });
}
