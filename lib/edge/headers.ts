import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { env } from '@/lib/env';

const dev = env.NODE_ENV === 'development';

const everywhere: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  [
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self)',
  ],
  ['cross-origin-opener-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
];
if (env.QUARTERDECK_URL.startsWith('https:')) {
  everywhere.push(['strict-transport-security', 'max-age=31536000; includeSubDomains']);
}

/** For files that people attached: whatever they are, they run nothing and reach nothing. A route cannot replace a policy set here. */
const inert = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";

/**
 * The security headers of every answer. Next reads the nonce from the request's own policy header and puts it on its
 * scripts, so the policy is set on both; whatever a client sent there is overwritten.
 */
export function protect(req: IncomingMessage, res: ServerResponse): void {
  for (const [name, value] of everywhere) res.setHeader(name, value);
  if (req.url?.startsWith('/_next/static/')) return;
  if (req.url?.startsWith('/evidence/')) {
    res.setHeader('content-security-policy', inert);
    return;
  }
  const policy = contentPolicy(randomBytes(16).toString('base64'));
  req.headers['content-security-policy'] = policy;
  res.setHeader('content-security-policy', policy);
}

/** The content security policy for one answer. Development adds what hot reload needs. */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
