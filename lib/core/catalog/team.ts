import { z } from 'zod';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';

const people = z
  .array(idSchema)
  .max(500)
  .default([])
  .transform((ids) => [...new Set(ids)].sort());

/** A team as it is written down. Whoever leads it belongs to it, named among the members or not. */
export const teamInput = z
  .object({
    name: z.string().overwrite(oneLine).trim().min(1, 'A team needs a name.').max(80),
    description: z.string().trim().max(1_000).default(''),
    members: people,
    leads: people,
  })
  .transform((team) => ({ ...team, members: [...new Set([...team.members, ...team.leads])].sort() }));
export type TeamInput = z.output<typeof teamInput>;
