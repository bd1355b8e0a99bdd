import { MINUTE } from '../instant';
import { type Language } from './language';

/** Things one after another: `Ada, Bea und Cy`. */
export function listIn(language: Language): (items: readonly string[]) => string {
  const format = new Intl.ListFormat(language, { type: 'conjunction' });
  return (items) => format.format(items);
}

/** A span in whole minutes, one at least: `5 Minuten`. */
export function minutesIn(language: Language): (ms: number) => string {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  return (ms) => format.format(Math.max(1, Math.round(ms / MINUTE)));
}
