import { type Actor, type PersonRole } from '@/lib/core/access/actor';
import { database } from '@/lib/store/database';
import { digestOf, tokenMark } from '@/lib/store/token-secret';

interface TokenRow {
  id: string;
  name: string;
  role: string;
  unmarked: boolean;
}

/** The machine behind an API token, or null when the token is unknown or revoked. Its use is noted at most once a minute. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  if (!token.startsWith(tokenMark)) return null;
  const [row] = await database.$queryRaw<TokenRow[]>`
    select id, name, role, coalesce(last_used_at < app_now() - interval '1 minute', true) as unmarked
    from token where hash = ${digestOf(token)} and revoked_at is null`;
  if (!row) return null;
  if (row.unmarked) await database.$executeRaw`update token set last_used_at = app_now() where id = ${row.id}`;
  return { kind: 'token', id: row.id, name: row.name, role: row.role as PersonRole };
}
