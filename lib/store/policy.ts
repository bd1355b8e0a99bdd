import { defaultRules, severityRulesSchema } from '@/lib/core/severity/policy';
import { type SeverityPolicy } from '@/lib/core/severity/severity';
import { type Transaction, database } from './database';

/** The severity policy in force now: the newest an administrator wrote, or the first, which comes with the code. */
export async function currentPolicy(tx: Transaction | typeof database = database): Promise<SeverityPolicy> {
  const row = await tx.severityPolicy.findFirst({ orderBy: { version: 'desc' } });
  return row
    ? { version: row.version, rules: severityRulesSchema.parse(row.rules) }
    : { version: 1, rules: defaultRules };
}
