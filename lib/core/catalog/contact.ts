// Who answers for a service: a person, whoever a schedule has on call, or a team.
import { type PersonRef } from '../access/actor';
import { type Target } from '../escalation/escalation-policy';

export const contactKinds = ['person', 'schedule', 'team'] as const satisfies readonly Target['kind'][];
export type ContactKind = (typeof contactKinds)[number];

/** `onCall`: whom a schedule has on call at the moment of asking; null where nobody is, and for people and teams. */
export interface Contact {
  kind: ContactKind;
  id: string;
  name: string;
  onCall: PersonRef | null;
}

/** Kind and id as one text (`schedule:payments`): how a contact is kept, chosen in a form and compared. */
export function contactKey({ kind, id }: Pick<Contact, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** The contact that a key names, or null for what is none. */
export function contactOfKey(key: string | null | undefined): Pick<Contact, 'kind' | 'id'> | null {
  const [start = '', ...id] = (key ?? '').split(':');
  const kind = contactKinds.find((each) => each === start);
  return kind && id.length > 0 ? { kind, id: id.join(':') } : null;
}

/** Whom to ask right now: `Ada (Payments)` while a schedule has Ada on call. */
export function contactWords({ kind, name, onCall }: Omit<Contact, 'id'>): string {
  if (kind === 'person') return name;
  if (kind === 'team') return `${name} (team)`;
  return onCall ? `${onCall.name} (${name})` : `${name} (nobody is on call)`;
}
