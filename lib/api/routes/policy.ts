import { z } from 'zod';
import { changePolicy } from '@/lib/commands/change-policy';
import { isRefusal } from '@/lib/core/refusal';
import { severityRulesSchema } from '@/lib/core/severity/policy';
import { currentPolicy } from '@/lib/queries/policy';
import { severities } from '@/lib/core/severity/severity';
import { jsonSchemaOf } from '../json-schema';
import { type Route } from '../route';

export const policy: Route[] = [
  {
    method: 'POST',
    path: '/severity-policy',
    name: 'changeSeverityPolicy',
    tag: 'Policy',
    summary: 'Put a new version of the severity policy in force (administrators)',
    description:
      'It governs what is declared from then on. `basis` is the version that yours was made from; if there is a newer one, it is refused. Where `paged` or `silence` is left out it stays as it is. `silence` says when a page begins anew whose acknowledger is neither heard nor seen: after the `response-time`, `never`, or after so many minutes.',
    body: jsonSchemaOf(z.object({ rules: severityRulesSchema, basis: z.number().int().min(1) }), 'input'),
    answer: { status: 201, says: 'In force', schema: z.object({ version: z.number().int() }) },
    run: async ({ actor, requestKey, body }) => {
      const changed = await changePolicy({ actor, requestKey }, { ...body, rules: await withPaging(body.rules) });
      return isRefusal(changed) ? changed : { status: 201, body: changed };
    },
  },
];

/** A machine that knows nothing of paging yet must not change how it pages. */
async function withPaging(given: unknown): Promise<unknown> {
  if (typeof given !== 'object' || given === null) return given;
  const { rules } = await currentPolicy();
  const filled = severities.flatMap((severity) => {
    const rule: unknown = (given as Record<string, unknown>)[severity];
    const { paged, silence } = rules[severity];
    return typeof rule === 'object' && rule !== null ? [[severity, { paged, silence, ...rule }] as const] : [];
  });
  return { ...given, ...Object.fromEntries(filled) };
}
