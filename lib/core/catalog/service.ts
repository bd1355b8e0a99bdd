import { z } from 'zod';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';
import { tiers } from './tiers';

const tier = z.coerce.number().pipe(z.literal(tiers.map((one) => one.tier)));

/** A service as it is written down. `team` is who owns it; `dependencies` are what it directly needs. */
export const serviceInput = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, 'A service needs a name.').max(80),
  tier,
  team: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
  description: z.string().trim().max(1_000).default(''),
  /** Id of the escalation policy by which it pages. */
  policy: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
  dependencies: z
    .array(idSchema)
    .max(100)
    .default([])
    .transform((ids) => [...new Set(ids)].sort()),
});
export type ServiceInput = z.output<typeof serviceInput>;
