import { z } from 'zod';
import { isRefusal } from '../../refusal';
import { defineAct, idSchema, sentence } from '../act';
import { chaseMinutesSchema } from './contact-vendor';
import { vendorCaseOf } from './vendor-case-of';

/** Records what a vendor said. `chaseMinutes` waits for more of them; without it nothing is waited for. */
export const noteVendorAnswer = defineAct({
  name: 'note-vendor-answer',
  input: z.object({
    vendor: idSchema,
    text: sentence(2_000),
    chaseMinutes: chaseMinutesSchema.nullish().transform((minutes) => minutes ?? null),
  }),
  decide: (incident, { vendor: id, text, chaseMinutes }) => {
    const found = vendorCaseOf(incident, id);
    if (isRefusal(found)) return found;
    return [{ kind: 'vendor.answered', data: { vendor: found.vendor, text, chaseMinutes } }];
  },
});
