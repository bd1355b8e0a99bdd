import { english } from './english';
import { french } from './french';
import { german } from './german';
import { type Language } from './language';
import { spanish } from './spanish';
import { type Texts } from './texts';

const catalogs: Record<Language, Texts> = { en: english, de: german, fr: french, es: spanish };

/** What Quarterdeck says in this language. */
export function textsIn(language: Language): Texts {
  return catalogs[language];
}
