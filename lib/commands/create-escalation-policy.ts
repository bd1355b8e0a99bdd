import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { createRecord } from './record-kind';
import { escalationPolicyKind } from './escalation-policy-record';

/** Writes down who is paged, in which order. Answers with its id, which is made from its name and never changes. */
export async function createEscalationPolicy(
  caller: Caller,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-escalation-policy', schema: escalationPolicyInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const saved = await createRecord({ unit, actor: caller.actor, now }, escalationPolicyKind, input);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
