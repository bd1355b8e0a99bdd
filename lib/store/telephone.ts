import { shownAs } from '@/lib/core/notification/channels';
import { HOUR, type Instant, plus } from '@/lib/core/instant';
import { pool, type Transaction } from './database';
import { sealOfMethod } from './contact-methods';
import { Unsealable, unseal } from './sealed';

/** Texts that a reply may answer: those handed over within a day to numbers with such an ending, though no record says so yet. */
const mostTexts = 500;

/** The pages that were texted to this number and whose link was not used, the newest first. */
export async function findTexted(phone: string, now: Instant): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; method_id: string; address: string }>(
    `select d.id::text, m.id as method_id, m.address from delivery d join contact_method m on m.id = d.method_id
     where d.channel = 'sms' and m.shown = $3 and d.kind = 'paged' and d.link_used_at is null
       and d.attempts > 0 and coalesce(d.sent_at, d.due_at) > $1::timestamptz
     order by d.id desc limit $2`,
    [plus(now, -24 * HOUR), mostTexts, shownAs('sms', phone)],
  );
  return rows.filter((row) => phoneOf(row) === phone).map(({ id }) => id);
}

/** One number that was sealed with another secret must not take the answers of all others away. */
function phoneOf({ method_id, address }: { method_id: string; address: string }): string | null {
  try {
    return unseal(address, sealOfMethod(method_id));
  } catch (error) {
    if (error instanceof Unsealable) return null;
    throw error;
  }
}

/** What a telephone company says of a message: it arrived, or never will, and `error` says why. `providerId`: what it calls it. */
export interface ProviderWord {
  providerId: string;
  arrived: boolean;
  error: string | null;
}

/** The message that a telephone company speaks of: `known` where its word came to an address that named it, else by the name that it gave it. */
export async function findSpokenOf(
  tx: Transaction,
  channel: string,
  { known, providerId }: { known: string | null; providerId: string },
): Promise<{ id: string; incidentNumber: number | null } | null> {
  const where = known === null ? { providerId, channel } : { id: BigInt(known), channel };
  const row = await tx.delivery.findFirst({ where, orderBy: { id: 'desc' } });
  return row ? { id: String(row.id), incidentNumber: row.incidentNumber } : null;
}

/**
 * Writes down the company's word, which may be here before our own record that the message was handed over: what arrived is not sent
 * again, and what will never arrive stays so when that record comes. Its word on an earlier try fails no later one. Answers whether it
 * is news.
 */
export async function keepWord(tx: Transaction, id: string, word: ProviderWord): Promise<boolean> {
  const { providerId, arrived, error } = word;
  const changed = arrived
    ? await tx.$executeRaw`
        update delivery set state = 'sent', sent_at = case when state = 'sent' then sent_at else app_now() end,
          delivered_at = app_now(), provider_id = case when state = 'sent' then provider_id else ${providerId} end,
          error = null, lease_until = null, body = case when purpose = 'code' then '' else body end
        where id = ${id}::bigint and delivered_at is null`
    : await tx.$executeRaw`
        update delivery set state = 'failed', error = ${error}, provider_id = ${providerId}, lease_until = null
        where id = ${id}::bigint and delivered_at is null
          and (state = 'sending' or (state = 'sent' and provider_id = ${providerId}))`;
  return changed > 0;
}
