import { type Language } from '@/lib/core/language/language';

/** A language as a telephone company's voices name it. */
export const spoken: Record<Language, string> = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };
