import { type PersonRole } from './actor';

/** What screens call each role, and what it may do, as a sentence. */
export const roleWords: Record<PersonRole, { label: string; may: string }> = {
  administrator: {
    label: 'Administrator',
    may: 'Commands incidents, sees private ones, and changes people, catalog and policy.',
  },
  responder: { label: 'Responder', may: 'Declares, commands and works on incidents.' },
  observer: { label: 'Observer', may: 'Reads everything that is not private and changes nothing.' },
};
