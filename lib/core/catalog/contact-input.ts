import { z } from 'zod';
import { idSchema } from '../incident/act';
import { contactKinds } from './contact';

const contactInput = z.object({ kind: z.enum(contactKinds), id: idSchema });

/** Whom to ask, or nobody. */
export const optionalContact = contactInput.nullish().transform((contact) => contact ?? null);
