import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { severityRulesSchema } from '@/lib/core/severity/policy';
import { currentPolicy } from '@/lib/store/policy';
import { administer, basisInput } from './administer';
import { type Caller } from './caller';
import { putPolicyInForce } from './put-policy-in-force';

/** Puts a new version of the severity policy in force, for what is declared from then on. `basis` is the version it was made from. */
export async function changePolicy(caller: Caller, draft: unknown): Promise<{ version: number } | Refusal> {
  const schema = z.intersection(z.object({ rules: severityRulesSchema }), basisInput);
  const what = { name: 'change-policy', schema, draft, lock: 'policy' } as const;
  return administer(caller, what, async (unit, { rules, basis }, now) => {
    const { tx } = unit;
    const { actor } = caller;
    const current = await currentPolicy(tx);
    if (current.version !== basis) {
      const last = await tx.fact.findFirst({ where: { stream: 'policy' }, orderBy: { seq: 'desc' } });
      return refuse(
        'changed-meanwhile',
        `${last?.actorName ?? 'Somebody'} put version ${current.version} in force while you were editing. What you typed is still here: look at theirs, then save again.`,
      );
    }
    const changed = await putPolicyInForce({ unit, actor, now }, rules);
    if (changed.length === 0) return refuse('invalid', 'Nothing is different from the policy in force.');
    return { version: current.version + 1 };
  });
}
