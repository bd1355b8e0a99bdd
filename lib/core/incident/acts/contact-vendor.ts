import { z } from 'zod';
import { refuse } from '../../refusal';
import { oneLine } from '../../text';
import { defaultChaseMinutes, vendorWays } from '../../vendor/vendor-case';
import { defineAct, idSchema } from '../act';

/** Most vendors that one incident asks: the state is read whole. */
const mostVendors = 50;

export const chaseMinutesSchema = z.number().int().min(1, 'At least a minute.').max(1_440, 'At most a day.');

/** Records that a vendor was asked, and has them asked again until they answer. Asking again begins the wait anew. */
export const contactVendor = defineAct({
  name: 'contact-vendor',
  input: z.object({
    vendor: idSchema,
    way: z.enum(vendorWays),
    ticket: z
      .string()
      .overwrite(oneLine)
      .trim()
      .max(100)
      .nullish()
      .transform((text) => text || null),
    chaseMinutes: chaseMinutesSchema.default(defaultChaseMinutes),
  }),
  mentions: ({ vendor }) => ({ vendors: [vendor] }),
  decide: (incident, { vendor: id, way, ticket, chaseMinutes }, { vendors }) => {
    const vendor = vendors.get(id);
    if (!vendor) return refuse('not-found', 'There is no such vendor.', { vendor: 'There is no such vendor.' });
    const again = incident.vendors.some((each) => each.vendor.id === id);
    if (!again && incident.vendors.length >= mostVendors) {
      return refuse('too-many', `${mostVendors} vendors were asked in this incident.`);
    }
    const ref = { id: vendor.id, name: vendor.name };
    return [{ kind: 'vendor.contacted', data: { vendor: ref, way, ticket, chaseMinutes, again } }];
  },
});
