import { z } from 'zod';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';
import { contactKey } from './contact';
import { optionalContact } from './contact-input';
import { mostLinks } from './link';
import { linkInput } from './link-input';
import { tiers } from './tiers';

const tier = z.coerce.number().pipe(z.literal(tiers.map((one) => one.tier)));

/** A service as it is written down. `team` is who owns it; `dependencies` are what it directly needs. */
export const serviceInput = z
  .object({
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
    /** Whom to ask about it, and whom when they do not answer. */
    primary: optionalContact,
    backup: optionalContact,
    links: z.array(linkInput).max(mostLinks, 'Twenty links at most.').default([]),
  })
  .superRefine(({ primary, backup }, context) => {
    const same = primary && backup && contactKey(primary) === contactKey(backup);
    if (same) context.addIssue({ code: 'custom', path: ['backup'], message: 'This is the primary contact already.' });
  });
export type ServiceInput = z.output<typeof serviceInput>;
