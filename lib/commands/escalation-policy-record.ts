import { type EscalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { loadPolicies } from '@/lib/store/escalation-policies';
import { type Unit } from '@/lib/store/transact';
import { type RecordKind } from './record-kind';

type Tx = Unit['tx'];

/** An escalation policy; pages that run keep the steps they began with. */
export const escalationPolicyKind: RecordKind<EscalationPolicyInput> = {
  noun: 'escalation',
  words: 'escalation policy',
  refuse: refuseEscalationPolicy,
  insert: (tx, id, { name, steps, repeats, ending }) =>
    tx.escalationPolicy.create({ data: { id, name, steps, repeats, ending } }),
  update: (tx, id, { name, steps, repeats, ending }) =>
    tx.escalationPolicy.update({ where: { id }, data: { name, steps, repeats, ending } }),
  describe: describeEscalationPolicy,
  refuseDeletion: async (tx, id) => {
    const service = await tx.service.findFirst({ where: { policyId: id }, orderBy: { name: 'asc' } });
    return service
      ? refuse('conflict', `${service.name} is paged by it. Give that service another policy first.`)
      : null;
  },
  remove: (tx, id) => tx.escalationPolicy.delete({ where: { id } }),
};

/** What stands against writing this policy down: a name in use, or a target that is not there. */
async function refuseEscalationPolicy(
  tx: Tx,
  id: string | null,
  { name, steps }: EscalationPolicyInput,
): Promise<Refusal | null> {
  const double = await tx.escalationPolicy.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, ...(id !== null && { NOT: { id } }) },
  });
  if (double) {
    const message = `There is an escalation policy called ${double.name} already.`;
    return refuse('taken', message, { name: message });
  }
  const targets = steps.flatMap((step) => step.targets);
  const [{ known }] = await tx.$queryRaw<[{ known: boolean }]>`
    select not exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) as target(kind text, id text)
      where target.kind = 'person' and not exists (select 1 from person where person.id = target.id)
        or target.kind = 'team' and not exists (select 1 from team where team.id = target.id)
        or target.kind = 'vendor' and not exists (select 1 from vendor where vendor.id = target.id)
        or target.kind = 'schedule' and not exists (select 1 from schedule where schedule.id = target.id)) as known`;
  if (known) return null;
  const message = 'Somebody or something that a step pages does not exist any more.';
  return refuse('invalid', message, { steps: message });
}

/** A policy as its facts speak of it: all of it, with names beside ids. */
async function describeEscalationPolicy(tx: Tx, id: string) {
  const policy = (await loadPolicies(tx, [id])).get(id);
  if (!policy) return null;
  const { name, steps, repeats, ending } = policy;
  return { name, steps, repeats, ending };
}
