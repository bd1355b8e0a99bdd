import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

// Made anew for every try from the message's number and our secret, so that nothing is kept that could be stolen.

/** What the link in a message ends with: the message's number and proof that we wrote it. */
export function acknowledgeToken(deliveryId: string): string {
  return `${BigInt(deliveryId).toString(36)}.${proofOf(deliveryId).toString('base64url')}`;
}

/** The message that a link came in, or null for a link that we did not write. */
export function deliveryOfToken(token: string): string | null {
  const [, number, proof] = /^([0-9a-z]{1,13})\.([\w-]{22})$/u.exec(token) ?? [];
  if (number === undefined || proof === undefined) return null;
  const id = [...number].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n).toString();
  const given = Buffer.from(proof, 'base64url');
  const wanted = proofOf(id);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? id : null;
}

function proofOf(deliveryId: string): Buffer {
  return createHmac('sha256', env.QUARTERDECK_SECRET ?? '')
    .update(`acknowledge:${deliveryId}`)
    .digest()
    .subarray(0, 16);
}
