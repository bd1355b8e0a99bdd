import { type PersonRef, type PersonRole } from '../access/actor';
import { type SeverityRules } from '../severity/severity';
import { type PagingOut } from '../notification/silence';
import { type OnCallFacts } from './on-call';

/** What a changed record said before and says now: field → value, only the fields that differ. */
export interface Change {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What a new record says, whole; what a removed one said last. Facts of the first days lack it. */
type Written = Partial<Pick<Change, 'after'>>;
type Removed = Partial<Pick<Change, 'before'>>;

/** A way to reach a person, as far as anybody else is told: `shown` is its masked address. */
interface ContactMethodRef {
  id: string;
  channel: string;
  shown: string;
}

/** Everything that can happen to people, catalog and policy: the audit log. Streams are `person:…`, `invitation:…`, `token:…`, `team:…`, `service:…`, `vendor:…`, `schedule:…`, `escalation:…`, `policy`, `role:…`, `channels`, `paging`. */
export interface AdministrationFacts extends OnCallFacts {
  'person.created': {
    person: PersonRef;
    email: string;
    role: PersonRole;
    how: 'set-up' | 'invitation' | 'command' | 'demo';
  };
  'person.invited': { email: string; role: PersonRole; expiresAt: string };
  'invitation.revoked': { email: string };
  'person.role-changed': { person: PersonRef; from: PersonRole; to: PersonRole };
  'person.renamed': { person: PersonRef; from: string };
  'person.language-changed': { person: PersonRef; from: string | null; to: string | null };
  'person.time-zone-changed': { person: PersonRef; from: string | null; to: string | null };
  'person.deactivated': { person: PersonRef };
  'person.reactivated': { person: PersonRef };
  'sessions.revoked': { person: PersonRef; count: number };
  'password.changed': { person: PersonRef };
  'recovery.offered': { person: PersonRef; expiresAt: string };
  'recovery.used': { person: PersonRef };
  'passkey.added': { person: PersonRef; name: string };
  'passkey.removed': { person: PersonRef; name: string };
  'contact-method.added': { person: PersonRef } & ContactMethodRef;
  'contact-method.verified': { person: PersonRef } & ContactMethodRef;
  'contact-method.removed': { person: PersonRef } & ContactMethodRef;
  'notification-rules.changed': { person: PersonRef } & Change;
  /** Which settings of the ways out were given anew or taken away; never what they are. */
  'channels.changed': { given: string[]; taken: string[] };
  'contact-method.gone': { person: PersonRef } & ContactMethodRef;
  'paging.went-out': PagingOut;
  'paging.returned': { since: string };
  'token.created': { id: string; name: string; role: PersonRole };
  'token.revoked': { id: string; name: string };
  'team.created': { id: string; name: string } & Written;
  'team.changed': { id: string; name: string } & Change;
  'team.deleted': { id: string; name: string } & Removed;
  'service.created': { id: string; name: string } & Written;
  'service.changed': { id: string; name: string } & Change;
  'service.deleted': { id: string; name: string } & Removed;
  'vendor.created': { id: string; name: string } & Written;
  'vendor.changed': { id: string; name: string } & Change;
  'vendor.deleted': { id: string; name: string } & Removed;
  'schedule.created': { id: string; name: string } & Written;
  'schedule.changed': { id: string; name: string } & Change;
  'schedule.deleted': { id: string; name: string } & Removed;
  'escalation.created': { id: string; name: string } & Written;
  'escalation.changed': { id: string; name: string } & Change;
  'escalation.deleted': { id: string; name: string } & Removed;
  'policy.changed': { version: number; before: SeverityRules | null; after: SeverityRules };
  'role.created': { key: string; name: string } & Written;
  'role.changed': { key: string; name: string } & Change;
  'role.deleted': { key: string; name: string } & Removed;
}
