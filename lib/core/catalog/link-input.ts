import { z } from 'zod';
import { oneLine } from '../text';
import { type Link, isWebAddress } from './link';

export const webAddress = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, 'This must be an address such as https://example.com/page.');

export const linkInput = z.object({
  name: z.string().overwrite(oneLine).trim().min(1, 'A link needs a name.').max(80),
  url: webAddress,
}) satisfies z.ZodType<Link>;
