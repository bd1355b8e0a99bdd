import { type PersonRole } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { database } from '@/lib/store/database';

export interface TokenRow {
  id: string;
  name: string;
  role: PersonRole;
  /** The first letters of the token, to know it by. */
  prefix: string;
  createdBy: string;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}

/** The API tokens that work, the newest first. */
export async function readTokens(): Promise<TokenRow[]> {
  const rows = await database.token.findMany({ where: { revokedAt: null }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ id, name, role, prefix, createdBy, createdAt, lastUsedAt }) => ({
    id,
    name,
    role: role as PersonRole,
    prefix,
    createdBy,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
