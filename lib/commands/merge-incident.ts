import { randomUUID } from 'node:crypto';
import { decideMerge, mergeInput } from '@/lib/core/incident/merge';
import { incidentStream, record } from '@/lib/core/facts';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { commit } from '@/lib/store/commit';
import { lockIncident } from '@/lib/store/lock-incident';
import { loadMentioned } from '@/lib/store/mentioned';
import { type Caller, type Done, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/** Ends a duplicate in the incident that goes on; answers with the duplicate's facts. */
export async function mergeIncident(caller: Caller, number: number, draft: unknown): Promise<Done | Refusal> {
  return counted('merge', () => merge(caller, number, draft));
}

async function merge(caller: Caller, number: number, draft: unknown): Promise<Done | Refusal> {
  const parsed = parse(mergeInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { input } = parsed;
  const { actor } = caller;
  return once(caller, { name: 'merge', number, draft }, async (unit) => {
    const { tx } = unit;
    // Both are locked in the order of their numbers, so that two merges crossing each other cannot lock each other out.
    const [low, high] = [Math.min(number, input.into), Math.max(number, input.into)];
    const first = await lockIncident(tx, low);
    const second = low === high ? first : await lockIncident(tx, high);
    if (!first || !second) return refuse('not-found', 'There is no such incident.');
    const [duplicate, target] = number === low ? [first.incident, second.incident] : [second.incident, first.incident];
    const { now } = second;
    const nothing = await loadMentioned(tx, null, {});
    const decided = decideMerge(duplicate, target, input, { actor, now, id: randomUUID(), ...nothing });
    if (isRefusal(decided)) return decided;
    const placed = (incident: { number: number; seq: number }) => ({
      stream: incidentStream(incident.number),
      seq: incident.seq,
      actor,
      now,
    });
    const facts = record(decided.duplicate, placed(duplicate));
    await commit(unit, duplicate, facts);
    await commit(unit, target, record(decided.target, placed(target)));
    return { number, seq: duplicate.seq + facts.length, facts };
  });
}
