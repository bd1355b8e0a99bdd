import { type Ending, type EscalationPolicy, type Step, type Target } from '@/lib/core/escalation/escalation-policy';
import { type Incident } from '@/lib/core/incident/incident';
import { type ServicePolicy } from '@/lib/core/incident/paging';
import { type Transaction, type database } from './database';

/** A target as a policy keeps it: its name is looked up, so that it is the one it has now. */
type KeptTarget = Pick<Target, 'kind' | 'id'>;
type KeptStep = Omit<Step, 'targets'> & { targets: KeptTarget[] };

/** The escalation policies of these ids, or all there are, by id and in the order of their names. */
export async function loadPolicies(
  tx: Transaction | typeof database,
  ids: readonly string[] | 'all',
): Promise<Map<string, EscalationPolicy>> {
  if (ids.length === 0) return new Map();
  const where = ids === 'all' ? {} : { id: { in: [...ids] } };
  const rows = await tx.escalationPolicy.findMany({ where, orderBy: { name: 'asc' } });
  const kept = rows.map((row) => ({ ...row, steps: row.steps as unknown as KeptStep[] }));
  const names = await targetNames(
    tx,
    kept.flatMap(({ steps }) => steps.flatMap(({ targets }) => targets)),
  );
  const named = (target: KeptTarget): Target => ({ ...target, name: nameOf(target, names) });
  return new Map(
    kept.map(({ id, name, repeats, ending, steps }) => [
      id,
      {
        id,
        name,
        repeats,
        ending: ending as Ending,
        steps: steps.map((step) => ({ ...step, targets: step.targets.map(named) })),
      },
    ]),
  );
}

/** The services of an incident, each with the escalation policy that stands for it now. */
export async function policiesOfServices(tx: Transaction, { services }: Incident): Promise<ServicePolicy[]> {
  const rows = await tx.service.findMany({
    where: { id: { in: services.map(({ id }) => id) } },
    select: { id: true, policyId: true },
  });
  const policyIds = new Map(rows.map(({ id, policyId }) => [id, policyId]));
  const policies = await loadPolicies(tx, [...new Set(rows.flatMap(({ policyId }) => policyId ?? []))]);
  return services.map((service) => ({ service, policy: policies.get(policyIds.get(service.id) ?? '') ?? null }));
}

function nameOf(target: KeptTarget, names: ReadonlyMap<string, string>): string {
  if (target.kind === 'administrators') return 'Administrators';
  if (target.kind === 'everyone') return 'Everyone';
  return names.get(keyOf(target)) ?? 'somebody unknown';
}

function keyOf({ kind, id }: KeptTarget): string {
  return `${kind}:${id}`;
}

/** The present names of these targets, by kind and id (`team:money`); what is gone has none. */
export async function targetNames(
  tx: Transaction | typeof database,
  targets: readonly KeptTarget[],
): Promise<Map<string, string>> {
  const keys = [...new Set(targets.map(keyOf))];
  const rows = await tx.$queryRaw<{ key: string; name: string }[]>`
    select key, name from (
      select 'person:' || id as key, name from person union all
      select 'schedule:' || id, name from schedule union all
      select 'team:' || id, name from team union all
      select 'vendor:' || id, name from vendor
    ) as named where key = any(${keys}::text[])`;
  return new Map(rows.map(({ key, name }) => [key, name]));
}
