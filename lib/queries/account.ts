import { deviceOf, shortAddress } from '@/lib/core/access/device';
import { type PersonRole } from '@/lib/core/access/actor';
import { type Language, languageOf } from '@/lib/core/language/language';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';

export interface AccountView {
  name: string;
  email: string;
  role: PersonRole;
  timeZone: string | null;
  language: Language | null;
  hasPassword: boolean;
  passkeys: { id: string; name: string; createdAt: Instant | null; synced: boolean }[];
  /** The sessions that still hold, the latest used first. */
  sessions: { id: string; device: string; address: string | null; signedInAt: Instant; seenAt: Instant }[];
}

/** One's own account, as its page shows it. */
export async function readAccount(personId: string): Promise<AccountView> {
  const [person, sessions] = await Promise.all([
    database.person.findUniqueOrThrow({
      where: { id: personId },
      include: {
        accounts: { where: { providerId: 'credential', password: { not: null } }, select: { id: true } },
        passkeys: { orderBy: { createdAt: 'asc' } },
      },
    }),
    database.session.findMany({
      where: { userId: personId, expiresAt: { gt: new Date() } },
      orderBy: { updatedAt: 'desc' },
    }),
  ]);
  return {
    name: person.name,
    email: person.email,
    role: person.role as PersonRole,
    timeZone: person.timeZone,
    language: languageOf(person.language),
    hasPassword: person.accounts.length > 0,
    passkeys: person.passkeys.map(({ id, name, createdAt, backedUp }) => ({
      id,
      name: name ?? 'Passkey',
      createdAt: createdAt?.toISOString() ?? null,
      synced: backedUp,
    })),
    sessions: sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
      id,
      device: deviceOf(userAgent),
      address: ipAddress ? shortAddress(ipAddress) : null,
      signedInAt: createdAt.toISOString(),
      seenAt: updatedAt.toISOString(),
    })),
  };
}
