import { z } from 'zod';
import { nameOf } from '../access/person-input';
import { addressInput, channelNames } from './channels';

const wanted = z.object({
  channel: z.enum(channelNames, 'Choose a channel.'),
  address: z.string('Give an address.').max(8_000, 'This is too long.'),
  label: nameOf('Give it a name.').optional(),
});

/** A contact method as its person gives it: the address is read as its channel reads addresses, the label is theirs to choose. */
export const contactMethodInput = wanted.transform(({ channel, address, label }, context) => {
  const read = addressInput(channel).safeParse(address);
  if (read.success) return { channel, address: read.data, label };
  const [issue] = read.error.issues;
  context.addIssue({ code: 'custom', path: ['address'], message: issue?.message ?? 'This is no address.' });
  return z.NEVER;
});

/** The digits that were sent to a new address. */
export const codeInput = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/\s/gu, ''))
    .pipe(z.string().regex(/^\d{6}$/u, 'Type the six digits that were sent.')),
});
