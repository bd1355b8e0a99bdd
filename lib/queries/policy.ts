import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { defaultRules, severityRulesSchema } from '@/lib/core/severity/policy';
import { type SeverityPolicy, type SeverityRules } from '@/lib/core/severity/severity';
import { database } from '@/lib/store/database';
import { currentPolicy } from '@/lib/store/policy';
import { visibleTo } from './visible';

export { currentPolicy };

/** One version; `by` and `at` are null for the first, which came with Quarterdeck. `governs`: open incidents under it. */
export interface PolicyVersion extends SeverityPolicy {
  by: string | null;
  at: Instant | null;
  former: SeverityRules | null;
  governs: number;
}

/** Every version of the severity policy, newest first, counting only incidents that the actor may see. */
export async function readPolicyHistory(actor: Actor): Promise<PolicyVersion[]> {
  const rows = await database.$queryRaw<{ version: number; rules: unknown; by: string; at: Date }[]>`
    select version, rules, coalesce(person.name, token.name, changed_by) as by, at from severity_policy
    left join person on person.id = changed_by left join token on token.id = changed_by order by version`;
  const governed = await database.$queryRaw<{ version: number; count: number }[]>`
    select policy_version as version, count(*)::int as count from incident where open and ${visibleTo(actor)} group by 1`;
  const countOf = new Map(governed.map(({ version, count }) => [version, count]));
  const versions: PolicyVersion[] = [
    { version: 1, rules: defaultRules, by: null, at: null, former: null, governs: countOf.get(1) ?? 0 },
  ];
  for (const { version, rules, by, at } of rows) {
    const former = versions[0]?.rules ?? null;
    const governs = countOf.get(version) ?? 0;
    versions.unshift({
      version,
      rules: severityRulesSchema.parse(rules),
      by,
      at: at.toISOString(),
      former,
      governs,
    });
  }
  return versions;
}
