import { randomUUID } from 'node:crypto';
import { type ActName, acts } from '@/lib/core/incident/acts';
import { type Act, type ActContext, decide } from '@/lib/core/incident/act';
import { incidentStream, record } from '@/lib/core/facts';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { commit } from '@/lib/store/commit';
import { lockIncident } from '@/lib/store/lock-incident';
import { loadMentioned } from '@/lib/store/mentioned';
import { type Caller, type Done, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/**
 * The one way a person, a machine or a replay does something to an incident: parse, lock, decide, commit. Every screen and
 * every API address comes through here, so that access, races and retries are judged in one place.
 */
export async function actOnIncident(
  caller: Caller,
  number: number,
  name: ActName,
  draft: unknown,
): Promise<Done | Refusal> {
  return counted(name, () => actOn(caller, number, name, draft));
}

async function actOn(caller: Caller, number: number, name: ActName, draft: unknown): Promise<Done | Refusal> {
  const act = acts[name] as unknown as Act<unknown>;
  const parsed = parse(act.input, draft);
  if (isRefusal(parsed)) return parsed;
  const { input } = parsed;
  return once(caller, { number, name, draft }, async (unit) => {
    const { tx } = unit;
    const locked = await lockIncident(tx, number);
    if (!locked) return refuse('not-found', 'There is no such incident.');
    const { incident, now } = locked;
    const mentions = act.mentions?.(input, incident) ?? {};
    // Their role may have changed while this waited, and in private it decides what they see.
    const self = incident.private && caller.actor.kind === 'person' ? [caller.actor.id] : [];
    const mentioned = await loadMentioned(tx, number, { ...mentions, people: [...(mentions.people ?? []), ...self] });
    const actor = { ...caller.actor, role: mentioned.people.get(self[0] ?? '')?.role ?? caller.actor.role };
    const context: ActContext = { actor, now, id: randomUUID(), via: caller.via ?? 'app', ...mentioned };
    const decided = decide(act, incident, input, context);
    if (isRefusal(decided)) return decided;
    const facts = record(decided, { stream: incidentStream(number), seq: incident.seq, actor, now });
    if (facts.length > 0) await commit(unit, incident, facts);
    return { number, seq: incident.seq + facts.length, facts };
  });
}
