import { type Target } from '@/lib/core/escalation/escalation-policy';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';

/** Refuses to delete what an escalation policy calls: the policy would call nobody in its place, and say nothing. */
export async function refuseCalled(
  { tx }: Pick<Unit, 'tx'>,
  kind: Target['kind'],
  id: string,
): Promise<Refusal | null> {
  const called = JSON.stringify([{ targets: [{ kind, id }] }]);
  const [policy] = await tx.$queryRaw<{ name: string }[]>`
    select name from escalation_policy where steps @> ${called}::jsonb order by name limit 1`;
  return policy ? refuse('conflict', `The escalation policy ${policy.name} calls it. Take it out there first.`) : null;
}
