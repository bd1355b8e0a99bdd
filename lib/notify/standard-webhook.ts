import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers of Standard Webhooks that sign `body` under `id` at `ms` by a secret such as `whsec_MfKQ…`. */
export function signedHeaders(secret: string, id: string, body: string, ms: number): Record<string, string> {
  const seconds = String(Math.floor(ms / 1_000));
  const signature = `v1,${signatureOf(secret, id, seconds, body).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature };
}

/** What was signed by this secret, and when, in seconds since 1970, which the caller is to judge; null for everything else. */
export function readSigned(secret: string, headers: Headers, body: string): { id: string; seconds: number } | null {
  const [id, seconds, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headers.get(name),
  );
  if (!id || !seconds || !signatures || !/^\d{1,11}$/.test(seconds)) return null;
  const wanted = signatureOf(secret, id, seconds, body);
  const isRight = signatures.split(' ').some((signature) => {
    const given = signature.startsWith('v1,') ? Buffer.from(signature.slice(3), 'base64') : Buffer.alloc(0);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  return isRight ? { id, seconds: Number(seconds) } : null;
}

function signatureOf(secret: string, id: string, seconds: string, body: string): Buffer {
  return createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest();
}
