import { getIP } from '@better-auth/core/utils/ip';
import { MINUTE } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';

export const limitWindowMs = 15 * MINUTE;

/** Attempts that may fail within the window. An account's own limit is high, so that a stranger cannot lock its owner out. */
const allowed = { here: 10, account: 100, address: 60, recovery: 20 };

interface Attempt {
  key: string;
  max: number;
}

const addressOf = (headers: Headers | undefined) => (headers && getIP(headers, {})) ?? 'unknown';

function attemptsOf(headers: Headers | undefined, email: string): Attempt[] {
  const address = addressOf(headers);
  const account = email.replaceAll('\0', '').trim().toLowerCase().slice(0, 254);
  return [
    { key: `sign-in ${account} from ${address}`, max: allowed.here },
    { key: `sign-in ${account}`, max: allowed.account },
    { key: `sign-in from ${address}`, max: allowed.address },
  ];
}

/** Counts an attempt before its password is looked at, so that attempts at the same moment are all counted. */
export async function allowAttempt(headers: Headers | undefined, email: string): Promise<Refusal | null> {
  const wait = await count(attemptsOf(headers, email));
  return wait === null
    ? null
    : refuse('too-many', `Too many attempts to sign in. Try again ${wait}, or use a passkey.`);
}

/** Counts an attempt to use a recovery link, by the address it comes from. */
export async function allowRecovery(headers: Headers): Promise<Refusal | null> {
  const wait = await count([{ key: `recovery from ${addressOf(headers)}`, max: allowed.recovery }]);
  return wait === null ? null : refuse('too-many', `Too many attempts. Try again ${wait}; your link is kept.`);
}

/** Counts one more of each, and says when to try again where one was one too many. */
async function count(attempts: Attempt[]): Promise<string | null> {
  const keys = attempts.map(({ key }) => key);
  const rows = await database.$queryRaw<{ key: string; count: number; left_ms: number }[]>`
    insert into rate_limit as kept (id, key, count, last_request)
    select gen_random_uuid()::text, key, 1, now_ms
    from unnest(${keys}::text[]) as key, (select (extract(epoch from app_now()) * 1000)::bigint as now_ms) as clock
    order by key
    on conflict (key) do update set
      count = case when kept.last_request <= excluded.last_request - ${limitWindowMs} then 1 else kept.count + 1 end,
      last_request = case when kept.last_request <= excluded.last_request - ${limitWindowMs}
        then excluded.last_request else kept.last_request end
    returning key, count, (last_request + ${limitWindowMs} - (extract(epoch from app_now()) * 1000)::bigint)::int as left_ms`;
  const counts = new Map(rows.map((row) => [row.key, row]));
  const waits = attempts.flatMap(({ key, max }) => {
    const row = counts.get(key);
    return row && row.count > max ? [row.left_ms] : [];
  });
  if (waits.length === 0) return null;
  const minutes = Math.max(1, Math.ceil(Math.max(...waits) / MINUTE));
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
}

/** Forgets the attempts of someone who has just proved who they are; the address keeps all but this one. */
export async function forgiveAttempts(headers: Headers | undefined, email: string): Promise<void> {
  const [here, account, address] = attemptsOf(headers, email).map(({ key }) => key);
  await database.$executeRaw`delete from rate_limit where key = any(${[here, account]}::text[])`;
  await database.$executeRaw`update rate_limit set count = greatest(count - 1, 0) where key = ${address}`;
}
