import { z } from 'zod';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';
import { defaultWaitMinutes, endings, usualEnding } from './escalation-policy';

const targetInput = z.object({
  kind: z.enum(['person', 'schedule', 'team', 'vendor', 'administrators', 'everyone']),
  id: idSchema,
});

/** An escalation policy as it is written down: who is called, in which order, and how long each is waited for. */
export const escalationPolicyInput = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, 'An escalation policy needs a name.').max(80),
  steps: z
    .array(
      z.object({
        targets: z.array(targetInput).min(1, 'Say who is paged in this step.').max(20),
        waitMinutes: z.coerce
          .number()
          .int()
          .min(1, 'At least a minute.')
          .max(120, 'At most two hours.')
          .default(defaultWaitMinutes),
      }),
    )
    .min(1, 'At least one step.')
    .max(10, 'Ten steps at most.'),
  repeats: z.coerce.number().int().min(0).max(9, 'Nine times at most.').default(1),
  ending: z.enum(endings, 'Choose what happens when nobody answers.').default(usualEnding),
});
export type EscalationPolicyInput = z.output<typeof escalationPolicyInput>;
