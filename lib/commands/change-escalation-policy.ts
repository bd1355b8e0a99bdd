import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { describeEscalationPolicy, refuseEscalationPolicy } from './escalation-policy-record';

/** Rewrites a policy for pages that start from now on. `basis` is how far its facts went when the editor opened it. */
export async function changeEscalationPolicy(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(escalationPolicyInput, basisInput);
  const what = { name: 'change-escalation-policy', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const { tx } = unit;
    const stream = `escalation:${id}`;
    const before = await describeEscalationPolicy(tx, id);
    if (!before) return refuse('not-found', 'This escalation policy was deleted.');
    const refusal = (await refuseStale(unit, stream, input.basis)) ?? (await refuseEscalationPolicy(tx, id, input));
    if (refusal) return refusal;
    const { name, steps, repeats } = input;
    await tx.escalationPolicy.update({ where: { id }, data: { name, steps, repeats } });
    const change = changeBetween(before, (await describeEscalationPolicy(tx, id)) ?? {});
    if (change) {
      const fact = { kind: 'escalation.changed', data: { id, name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { id, name };
  });
}
