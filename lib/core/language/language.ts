// The languages in which texts leave the app; its screens speak English.

export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** What each calls itself. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

/** The language that was kept; of one that this version does not know, null. */
export function languageOf(kept: string | null): Language | null {
  return languages.find((each) => each === kept) ?? null;
}

/** In which language and at which clocks somebody reads what reaches them. */
export interface Reader {
  language: Language;
  timeZone: string;
}
