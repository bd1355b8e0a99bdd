import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { type ChannelName } from '@/lib/core/notification/channels';
import { type Instant, MINUTE, plus } from '@/lib/core/instant';
import { textsIn } from '@/lib/core/language/texts-in';
import { env } from '@/lib/env';
import { pool, type Transaction } from './database';
import { insertDeliveries } from './deliveries';
import { readReader } from './reader';

/** Minutes for which a code works. */
const codeMinutes = 15;

/** What ties a sealed address to the one row that it belongs to. */
export const sealOfMethod = (id: string) => `contact-method:${id}`;

interface Method {
  id: string;
  personId: string;
  channel: ChannelName;
  shown: string;
}

/** Sends a fresh code to an address that is to be verified, in place of any before it. */
export async function sendCode(tx: Transaction, method: Method, now: Instant): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await tx.contactMethod.update({
    where: { id: method.id },
    data: { codeDigest: codeDigest(method.id, code), codeExpiresAt: plus(now, codeMinutes * MINUTE), codeTries: 0 },
  });
  const said = method.channel === 'voice' ? [...code].join(' ') : code;
  const { code: texts } = textsIn((await readReader(tx, method.personId)).language);
  const body = texts.body({ code: said, minutes: codeMinutes });
  await sendAlone(tx, method, { purpose: 'code', title: texts.title, body }, now);
}

/** Puts a message into the queue that belongs to no notice. */
export async function sendAlone(
  tx: Transaction,
  { id, personId, channel, shown }: Method,
  { purpose, title, body, url }: { purpose: 'test' | 'code' | 'alarm'; title: string; body: string; url?: string },
  now: Instant,
): Promise<void> {
  const nothing = { noticeId: null, kind: null, severity: null, incidentNumber: null, pageId: null };
  const due = {
    ...nothing,
    methodId: id,
    personId,
    channel,
    shown,
    purpose,
    title,
    body,
    url: url ?? '/settings/notifications',
  };
  await insertDeliveries(tx, [{ ...due, dueAt: now }], now);
}

/** A test was taken: if the address was said to be gone, it is back. */
export async function keepReachable(methodId: string): Promise<void> {
  await pool.query('update contact_method set gone_at = null where id = $1 and gone_at is not null', [methodId]);
}

/** Whether a code is the one that was sent; six digits could be guessed from a plain digest, so it is keyed. */
export function isCode(methodId: string, code: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(codeDigest(methodId, code)), Buffer.from(digest));
}

function codeDigest(methodId: string, code: string): string {
  return createHmac('sha256', env.QUARTERDECK_SECRET ?? '')
    .update(`code:${methodId}:${code}`)
    .digest('base64url');
}
