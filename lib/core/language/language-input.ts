import { z } from 'zod';
import { languages } from './language';

/** Null for the language of the installation. */
export const languageInput = z.enum(languages, 'Choose a language.').nullable();
