import { z } from 'zod';
import { type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { deleteRecord } from './record-kind';
import { escalationPolicyKind } from './escalation-policy-record';

/** Deletes a policy that stands for no service: pages that run keep the steps they began with. */
export async function deleteEscalationPolicy(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = {
    name: 'delete-escalation-policy',
    subject: id,
    schema: z.null(),
    draft: null,
    lock: 'catalog',
  } as const;
  return administer(caller, what, (unit, _, now) =>
    deleteRecord({ unit, actor: caller.actor, now }, escalationPolicyKind, id),
  );
}
