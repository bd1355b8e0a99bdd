import { z } from 'zod';
import { isVisible, oneLine } from '../text';
import { personRoles } from './actor';

export const nameInput = z
  .string()
  .overwrite(oneLine)
  .trim()
  .min(1, 'Say what people call you.')
  .max(80, 'Use at most 80 characters.')
  .refine(isVisible, 'Say what people call you.');
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address.'));
export const roleInput = z.enum(personRoles, 'Choose a role.');

/** A time zone by its name in the tz database (`Europe/Berlin`); null for the browser's own. */
export const timeZoneInput = z.string().max(64).refine(isTimeZone, 'This is not a time zone.').nullable();

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
