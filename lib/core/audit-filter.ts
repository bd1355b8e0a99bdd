import { type AdministrationFactKind } from './facts';
import { isInstant } from './instant';

/** The kinds of the audit log, grouped as its filter shows them. */
export const auditKinds: { area: string; kinds: { kind: AdministrationFactKind; label: string }[] }[] = [
  {
    area: 'People',
    kinds: [
      { kind: 'person.created', label: 'Somebody came aboard' },
      { kind: 'person.invited', label: 'Invited' },
      { kind: 'invitation.revoked', label: 'Invitation withdrawn' },
      { kind: 'person.role-changed', label: 'Role changed' },
      { kind: 'person.renamed', label: 'Renamed' },
      { kind: 'person.language-changed', label: 'Language changed' },
      { kind: 'person.time-zone-changed', label: 'Time zone changed' },
      { kind: 'person.deactivated', label: 'Deactivated' },
      { kind: 'person.reactivated', label: 'Reactivated' },
    ],
  },
  {
    area: 'Sign-in',
    kinds: [
      { kind: 'sessions.revoked', label: 'Signed out' },
      { kind: 'password.changed', label: 'Password changed' },
      { kind: 'recovery.offered', label: 'Recovery link made' },
      { kind: 'recovery.used', label: 'Recovery link used' },
      { kind: 'passkey.added', label: 'Passkey added' },
      { kind: 'passkey.removed', label: 'Passkey removed' },
      { kind: 'token.created', label: 'API token made' },
      { kind: 'token.revoked', label: 'API token revoked' },
    ],
  },
  {
    area: 'Notifications',
    kinds: [
      { kind: 'contact-method.added', label: 'Contact method added' },
      { kind: 'contact-method.verified', label: 'Contact method verified' },
      { kind: 'contact-method.removed', label: 'Contact method removed' },
      { kind: 'contact-method.gone', label: 'Contact method gone' },
      { kind: 'notification-rules.changed', label: 'Rules changed' },
      { kind: 'channels.changed', label: 'Channels changed' },
      { kind: 'paging.went-out', label: 'Paging went out' },
      { kind: 'paging.returned', label: 'Paging came back' },
    ],
  },
  {
    area: 'Catalog',
    kinds: [
      { kind: 'team.created', label: 'Team added' },
      { kind: 'team.changed', label: 'Team changed' },
      { kind: 'team.deleted', label: 'Team removed' },
      { kind: 'service.created', label: 'Service added' },
      { kind: 'service.changed', label: 'Service changed' },
      { kind: 'service.deleted', label: 'Service removed' },
      { kind: 'vendor.created', label: 'Vendor added' },
      { kind: 'vendor.changed', label: 'Vendor changed' },
      { kind: 'vendor.deleted', label: 'Vendor removed' },
    ],
  },
  {
    area: 'On call',
    kinds: [
      { kind: 'schedule.created', label: 'Schedule added' },
      { kind: 'schedule.changed', label: 'Schedule changed' },
      { kind: 'schedule.deleted', label: 'Schedule removed' },
      { kind: 'override.added', label: 'Override added' },
      { kind: 'override.removed', label: 'Override removed' },
      { kind: 'swap.offered', label: 'Swap offered' },
      { kind: 'swap.accepted', label: 'Swap accepted' },
      { kind: 'swap.declined', label: 'Swap declined' },
      { kind: 'swap.withdrawn', label: 'Swap withdrawn' },
      { kind: 'holidays.imported', label: 'Holidays imported' },
      { kind: 'time-off.imported', label: 'Time off imported' },
      { kind: 'calendar-feed.made', label: 'Calendar address made' },
      { kind: 'calendar-feed.revoked', label: 'Calendar address revoked' },
      { kind: 'escalation.created', label: 'Escalation policy added' },
      { kind: 'escalation.changed', label: 'Escalation policy changed' },
      { kind: 'escalation.deleted', label: 'Escalation policy removed' },
    ],
  },
  {
    area: 'Policy and roles',
    kinds: [
      { kind: 'policy.changed', label: 'Severity policy changed' },
      { kind: 'role.created', label: 'Role of command added' },
      { kind: 'role.changed', label: 'Role of command changed' },
      { kind: 'role.deleted', label: 'Role of command removed' },
    ],
  },
];

/** What the audit log shows. Days are calendar days in the reader's zone, both included; empty means any. */
export interface AuditFilter {
  kind: string;
  /** Id of a person who did it, or whom it was done to. */
  person: string;
  text: string;
  from: string;
  to: string;
}

export const noAuditFilter: AuditFilter = { kind: '', person: '', text: '', from: '', to: '' };

/** Reads a filter from an address; what it cannot mean is left out. */
export function auditFilterOf(query: Record<string, string | string[] | undefined>): AuditFilter {
  const one = (name: keyof AuditFilter) => {
    const value = query[name];
    return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
  };
  const day = (name: 'from' | 'to') => (isInstant(`${one(name)}T00:00:00.000Z`) ? one(name) : '');
  const known = auditKinds.some(({ kinds }) => kinds.some(({ kind }) => kind === one('kind')));
  return { kind: known ? one('kind') : '', person: one('person'), text: one('text'), from: day('from'), to: day('to') };
}

/** The filter as an address's query, without what is empty. */
export function auditQuery(filter: AuditFilter, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}
