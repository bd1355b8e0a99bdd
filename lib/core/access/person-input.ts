import { z } from 'zod';
import { isVisible, oneLine } from '../text';
import { personRoles } from './actor';

/** A name on one line, 1 to 80 characters that can be seen; `missing` is what is said when there is none. */
export function nameOf(missing: string) {
  return z
    .string()
    .overwrite(oneLine)
    .trim()
    .min(1, missing)
    .max(80, 'Use at most 80 characters.')
    .refine(isVisible, missing);
}

export const nameInput = nameOf('Say what people call you.');
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address.'));
export const roleInput = z.enum(personRoles, 'Choose a role.');

/** A time zone by its name in the tz database (`Europe/Berlin`); null for the browser's own. */
export const timeZoneInput = z.string().max(64).refine(isTimeZone, 'This is not a time zone.').nullable();

export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
