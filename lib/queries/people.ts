import { type PersonRole } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: PersonRole;
  active: boolean;
  teams: string[];
  /** When one of their sessions was last used; null when they have none. */
  seenAt: Instant | null;
}

export interface InvitationRow {
  id: string;
  email: string;
  role: PersonRole;
  invitedBy: string;
  expiresAt: Instant;
  expired: boolean;
}

/** Everybody, the active first, by name. */
export async function readPeople(): Promise<PersonRow[]> {
  const rows = await database.person.findMany({
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      memberships: { select: { team: { select: { name: true } } }, orderBy: { team: { name: 'asc' } } },
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
    },
  });
  return rows.map(({ memberships, sessions, role, ...row }) => ({
    ...row,
    role: role as PersonRole,
    teams: memberships.map(({ team }) => team.name),
    seenAt: sessions[0]?.updatedAt.toISOString() ?? null,
  }));
}

/** Invitations that nobody has accepted or withdrawn, the newest first. */
export async function readInvitations(): Promise<InvitationRow[]> {
  const rows = await database.$queryRaw<
    { id: string; email: string; role: string; invited_by: string; expires_at: Date; expired: boolean }[]
  >`
    select id, email, role, invited_by, expires_at, expires_at <= app_now() as expired from invitation
    where accepted_at is null and revoked_at is null order by created_at desc`;
  return rows.map(({ id, email, role, invited_by, expires_at, expired }) => ({
    id,
    email,
    role: role as PersonRole,
    invitedBy: invited_by,
    expiresAt: expires_at.toISOString(),
    expired,
  }));
}
