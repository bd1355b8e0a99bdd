import { keyOf } from '@/lib/core/catalog/key-of';
import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeEscalationPolicy, refuseEscalationPolicy } from './escalation-policy-record';
import { usedKeys } from './used-keys';

/** Writes down who is paged, in which order. Answers with its id, which is made from its name and never changes. */
export async function createEscalationPolicy(
  caller: Caller,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-escalation-policy', schema: escalationPolicyInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const refusal = await refuseEscalationPolicy(unit.tx, null, input);
    if (refusal) return refusal;
    const { name, steps, repeats } = input;
    const id = keyOf(name, 'escalation', await usedKeys(unit, 'escalation'));
    await unit.tx.escalationPolicy.create({ data: { id, name, steps, repeats } });
    const after = (await describeEscalationPolicy(unit.tx, id)) ?? {};
    const place = { stream: `escalation:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'escalation.created', data: { id, name, after } }]);
    return { id, name };
  });
}
