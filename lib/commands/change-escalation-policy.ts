import { z } from 'zod';
import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { changeRecord } from './record-kind';
import { escalationPolicyKind } from './escalation-policy-record';

/** Rewrites a policy for pages that start from now on. `basis` is how far its facts went when the editor opened it. */
export async function changeEscalationPolicy(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(escalationPolicyInput, basisInput);
  const what = { name: 'change-escalation-policy', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const fresh = (stream: string) => refuseStale(unit, stream, input.basis);
    const saved = await changeRecord({ unit, actor: caller.actor, now }, escalationPolicyKind, id, input, fresh);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
