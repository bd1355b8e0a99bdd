import { type EscalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { loadPolicies } from '@/lib/store/escalation-policies';
import { type Unit } from '@/lib/store/transact';

type Tx = Unit['tx'];

/** What stands against writing this policy down: a name in use, or a target that is not there. */
export async function refuseEscalationPolicy(
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
  const idsOf = (kind: string) => ({
    id: { in: targets.filter((target) => target.kind === kind).map((each) => each.id) },
  });
  const [people, teams, schedules] = await Promise.all([
    tx.person.findMany({ where: idsOf('person'), select: { id: true } }),
    tx.team.findMany({ where: idsOf('team'), select: { id: true } }),
    tx.schedule.findMany({ where: idsOf('schedule'), select: { id: true } }),
  ]);
  const known: Record<string, Set<string> | undefined> = {
    person: new Set(people.map((each) => each.id)),
    team: new Set(teams.map((each) => each.id)),
    schedule: new Set(schedules.map((each) => each.id)),
  };
  if (targets.every((target) => known[target.kind]?.has(target.id) ?? true)) return null;
  const message = 'Somebody or something that a step pages does not exist any more.';
  return refuse('invalid', message, { steps: message });
}

/** A policy as its facts speak of it: all of it, with names beside ids. */
export async function describeEscalationPolicy(tx: Tx, id: string) {
  const policy = (await loadPolicies(tx, [id])).get(id);
  return policy ? { name: policy.name, steps: policy.steps, repeats: policy.repeats } : null;
}
