import { createHash, randomBytes } from 'node:crypto';

/** What every API token begins with, so that leaked ones can be found by scanners. */
export const tokenMark = 'qd_';

/** A fresh API token. Only its digest and the first letters of it are kept. */
export function mintToken(): { token: string; hash: string; prefix: string } {
  const token = `${tokenMark}${randomBytes(32).toString('base64url')}`;
  return { token, hash: digestOf(token), prefix: token.slice(0, tokenMark.length + 6) };
}

/** A fresh address of a calendar feed: 256 bits, of which only the digest is kept. */
export function mintFeedSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: digestOf(secret) };
}

/** The digest of a secret with more randomness than can be guessed (a token, a link); not for passwords. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
