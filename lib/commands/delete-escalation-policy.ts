import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeEscalationPolicy } from './escalation-policy-record';

/** Deletes a policy that stands for no service: pages that run keep the steps they began with. */
export async function deleteEscalationPolicy(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = {
    name: 'delete-escalation-policy',
    subject: id,
    schema: z.null(),
    draft: null,
    lock: 'catalog',
  } as const;
  return administer(caller, what, async (unit, _, now) => {
    const before = await describeEscalationPolicy(unit.tx, id);
    if (!before) return refuse('not-found', 'This escalation policy was deleted already.');
    const service = await unit.tx.service.findFirst({ where: { policyId: id }, orderBy: { name: 'asc' } });
    if (service) return refuse('conflict', `${service.name} is paged by it. Give that service another policy first.`);
    const { name } = before;
    await unit.tx.escalationPolicy.delete({ where: { id } });
    const place = { stream: `escalation:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'escalation.deleted', data: { id, name, before } }]);
    return { name };
  });
}
