import { z } from 'zod';
import { idSchema } from '../incident/act';
import { oneLine } from '../text';
import { isWebAddress } from './link';
import { type VendorParticulars, mostVendorContacts } from './vendor';

const line = (max: number) => z.string().overwrite(oneLine).trim().max(max).default('');
const phone = line(40).refine((text) => text === '' || /\d/u.test(text), 'A telephone number such as +49 30 1234567.');
const email = line(200).refine(
  (text) => text === '' || /^\S+@\S+\.\S+$/u.test(text),
  'This must be an e-mail address.',
);
const address = line(2_000).refine(
  (text) => text === '' || isWebAddress(text),
  'This must be an address such as https://example.com/page.',
);

const vendorContactInput = z
  .object({ name: line(80).refine((name) => name !== '', 'A contact needs a name.'), phone, email })
  .superRefine((contact, context) => {
    if (contact.phone === '' && contact.email === '')
      context.addIssue({ code: 'custom', path: ['phone'], message: 'Say how to reach them.' });
  });

/** A vendor as it is written down: a third party that services stand on. `services` are those that do. */
export const vendorInput = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, 'A vendor needs a name.').max(80),
  description: z.string().trim().max(1_000).default(''),
  contract: line(200),
  account: line(100),
  phone,
  email,
  portal: address,
  statusPage: address,
  contacts: z.array(vendorContactInput).max(mostVendorContacts, 'Twenty contacts at most.').default([]),
  services: z
    .array(idSchema)
    .max(200)
    .default([])
    .transform((ids) => [...new Set(ids)].sort()),
});
export type VendorInput = z.output<typeof vendorInput> & VendorParticulars;
