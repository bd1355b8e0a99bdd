import { type Refusal, refuse } from '@/lib/core/refusal';

/** The key by which a request may come twice and be done once, or undefined when it carries none. */
export function keyOf(headers: Headers): string | undefined | Refusal {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return `api/${key}`;
  const message = 'An Idempotency-Key has 1 to 200 visible ASCII characters, such as a UUID.';
  return refuse('invalid', message, { 'Idempotency-Key': message });
}
