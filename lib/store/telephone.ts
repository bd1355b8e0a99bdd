import { shownAs } from '@/lib/core/notification/channels';
import { HOUR, type Instant, plus } from '@/lib/core/instant';
import { pool, type Transaction } from './database';
import { sealOfMethod } from './contact-methods';
import { Unsealable, unseal } from './sealed';

/** Texts that a reply may answer: those sent within a day to numbers with such an ending. */
const mostTexts = 500;

/** The pages that were texted to this number and whose link was not used, the newest first. */
export async function findTexted(phone: string, now: Instant): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; method_id: string; address: string }>(
    `select d.id::text, m.id as method_id, m.address from delivery d join contact_method m on m.id = d.method_id
     where d.channel = 'sms' and m.shown = $3 and d.kind = 'paged' and d.link_used_at is null
       and d.sent_at > $1::timestamptz
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

/** Finds the message that a telephone company speaks of, by the name that it gave it. */
export async function findByProvider(
  tx: Transaction,
  channel: string,
  providerId: string,
): Promise<{ id: string; incidentNumber: number | null } | null> {
  const row = await tx.delivery.findFirst({ where: { providerId, channel }, orderBy: { id: 'desc' } });
  return row ? { id: String(row.id), incidentNumber: row.incidentNumber } : null;
}

/** The provider's later word on a message that it took: it arrived, or never will. Answers whether that is news. */
export async function keepWord(
  tx: Transaction,
  id: string,
  word: { arrived: boolean; error: string | null },
): Promise<boolean> {
  const { arrived, error } = word;
  const changed = arrived
    ? await tx.$executeRaw`update delivery set delivered_at = app_now() where id = ${id}::bigint and delivered_at is null`
    : await tx.$executeRaw`
        update delivery set state = 'failed', error = ${error} where id = ${id}::bigint and state = 'sent' and delivered_at is null`;
  return changed > 0;
}
