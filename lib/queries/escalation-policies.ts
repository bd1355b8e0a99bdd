import { type EscalationPolicy, type Target } from '@/lib/core/escalation/escalation-policy';
import { database } from '@/lib/store/database';
import { loadPolicies } from '@/lib/store/escalation-policies';

/** An escalation policy with the services that page by it; `basis` is how far its facts go, for whoever edits it. */
export interface EscalationPolicyView extends EscalationPolicy {
  services: { id: string; name: string; tier: number }[];
  basis: number;
}

/** Every escalation policy, by name. */
export async function readEscalationPolicies(): Promise<EscalationPolicyView[]> {
  const [policies, services, reached] = await Promise.all([
    loadPolicies(database, 'all'),
    database.service.findMany({
      where: { policyId: { not: null } },
      select: { id: true, name: true, tier: true, policyId: true },
      orderBy: [{ tier: 'asc' }, { name: 'asc' }],
    }),
    database.$queryRaw<{ id: string; basis: number }[]>`
      select policy.id, coalesce((select max(seq) from fact where stream = 'escalation:' || policy.id), 0)::int as basis
      from escalation_policy policy`,
  ]);
  const basisOf = new Map(reached.map(({ id, basis }) => [id, basis]));
  return [...policies.values()].map((policy) => ({
    ...policy,
    services: services
      .filter(({ policyId }) => policyId === policy.id)
      .map(({ id, name, tier }) => ({ id, name, tier })),
    basis: basisOf.get(policy.id) ?? 0,
  }));
}

/** Everybody and everything that a step may page. Observers cannot answer a page and are left out. */
export async function readTargetChoices(): Promise<Target[]> {
  const select = { id: true, name: true } as const;
  const orderBy = { name: 'asc' } as const;
  const [people, schedules, teams, vendors] = await Promise.all([
    database.person.findMany({ where: { active: true, role: { not: 'observer' } }, select, orderBy }),
    database.schedule.findMany({ select, orderBy }),
    database.team.findMany({ select, orderBy }),
    database.vendor.findMany({ select, orderBy }),
  ]);
  return [
    ...schedules.map((each) => ({ ...each, kind: 'schedule' as const })),
    ...teams.map((each) => ({ ...each, kind: 'team' as const })),
    ...people.map((each) => ({ ...each, kind: 'person' as const })),
    ...vendors.map((each) => ({ ...each, kind: 'vendor' as const })),
    { kind: 'administrators', id: 'administrators', name: 'Administrators' },
    { kind: 'everyone', id: 'everyone', name: 'Everyone' },
  ];
}

/** The escalation policies to choose from for a service. */
export async function readPolicyChoices(): Promise<{ id: string; name: string }[]> {
  return database.escalationPolicy.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } });
}
