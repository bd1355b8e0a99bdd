import { type EscalationPolicy, administratorsPolicy, everyonePolicy } from '@/lib/core/escalation/escalation-policy';
import { type Foresight } from '@/lib/core/escalation/foresight';
import { type ServicePolicy } from '@/lib/core/incident/paging';
import { type Instant } from '@/lib/core/instant';
import { loadCallingOver } from './calling';
import { readLacks } from './channel-lacks';
import { database } from './database';
import { loadPolicies } from './escalation-policies';

/** What everyone may see: an incident that is not private. */
const openToAll = { private: false, visibleTo: [] };

/** Whom every target of these policies, and of those that stand in for a missing one, stands for from `from` until `to`. */
export async function loadForesight(
  policies: readonly EscalationPolicy[],
  span: { from: Instant; to: Instant },
): Promise<Foresight> {
  const steps = [...policies, administratorsPolicy, everyonePolicy].flatMap((policy) => policy.steps);
  const targets = steps.flatMap((step) => step.targets);
  const calling = await loadCallingOver(database, openToAll, targets, span);
  return { ...span, ...calling, reachable: await readReachable() };
}

/** Everybody who has a verified contact method that is not gone, by a channel that can send anything now. */
async function readReachable(): Promise<ReadonlySet<string>> {
  const lacks = await readLacks();
  const rows = await database.contactMethod.findMany({
    where: { verifiedAt: { not: null }, goneAt: null, channel: { notIn: Object.keys(lacks) } },
    select: { personId: true },
    distinct: ['personId'],
  });
  return new Set(rows.map(({ personId }) => personId));
}

/** Every service with the escalation policy that stands for it now, the most important first. */
export async function loadServicePolicies(): Promise<(ServicePolicy & { tier: number; team: string | null })[]> {
  const rows = await database.service.findMany({
    select: { id: true, name: true, tier: true, teamId: true, policyId: true },
    orderBy: [{ tier: 'asc' }, { name: 'asc' }],
  });
  const policies = await loadPolicies(database, [...new Set(rows.flatMap(({ policyId }) => policyId ?? []))]);
  return rows.map(({ id, name, tier, teamId, policyId }) => ({
    service: { id, name },
    policy: policies.get(policyId ?? '') ?? null,
    tier,
    team: teamId,
  }));
}
