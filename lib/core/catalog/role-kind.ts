import { z } from 'zod';
import { severitySchema } from '../severity/policy';
import { severities } from '../severity/severity';
import { oneLine } from '../text';

/** A role of command as an administrator writes it down. `owedAt`: the severities at which leaving it empty is a debt. */
export const roleKindInput = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, 'A role needs a name.').max(60),
  instructions: z.string().trim().min(1, 'Say what whoever takes it must know.').max(2_000),
  owedAt: z
    .array(severitySchema)
    .default([])
    .transform((chosen) => severities.filter((severity) => chosen.includes(severity))),
});
export type RoleKindInput = z.output<typeof roleKindInput>;
