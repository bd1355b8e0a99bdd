import { changeBetween } from '@/lib/core/catalog/change';
import { type SeverityRules } from '@/lib/core/severity/severity';
import { recordFacts } from '@/lib/store/facts';
import { inputJson } from '@/lib/store/input-json';
import { currentPolicy } from '@/lib/store/policy';
import { type Place } from './record-kind';

/** Makes these rules the next version of the severity policy, unless they are in force already; answers with what differs. */
export async function putPolicyInForce({ unit, actor, now }: Place, rules: SeverityRules): Promise<string[]> {
  const { tx } = unit;
  const current = await currentPolicy(tx);
  const change = changeBetween(current.rules, rules);
  if (!change) return [];
  const version = current.version + 1;
  await tx.severityPolicy.create({ data: { version, rules: inputJson(rules), changedBy: actor.id, at: now } });
  const fact = { kind: 'policy.changed', data: { version, before: current.rules, after: rules } } as const;
  await recordFacts(unit, { stream: 'policy', actor, now }, [fact]);
  return Object.keys(change.after);
}
