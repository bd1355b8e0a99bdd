import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

// What must be kept but not read by whoever gets hold of the database: AES-256-GCM with a key that is derived from our secret.

const version = 'v1';
const nonceBytes = 12;
const tagBytes = 16;

/** What was sealed cannot be read: it was altered, belongs elsewhere, or the secret is another than then. */
export class Unsealable extends Error {
  override name = 'Unsealable';
}

/** Seals `text` so that it opens only with the same `place`, which is not kept: a row's own name, say. */
export function seal(text: string, place: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Opens what `seal` made. Throws `Unsealable`. */
export function unseal(sealed: string, place: string): string {
  const [mark, body] = sealed.split('.');
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (mark !== version || bytes.length < nonceBytes + tagBytes)
    throw new Unsealable('This is nothing that was sealed here.');
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new Unsealable('This was sealed with another secret (QUARTERDECK_SECRET), or altered. Give it anew.');
  }
}

function sealingKey(): Buffer {
  const secret = env.QUARTERDECK_SECRET;
  if (!secret) throw new Error('Nothing can be sealed without a secret.');
  return Buffer.from(hkdfSync('sha256', secret, '', 'quarterdeck sealing', 32));
}
