import { type PersonRef } from './access/actor';

/** Somebody in a room, once however many windows they have open: where they look, and whether they write an update. */
export interface Present {
  person: PersonRef;
  looking: string;
  typing: boolean;
}
