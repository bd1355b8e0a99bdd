import { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { env } from '@/lib/env';

/** Reverse proxies in front: each adds one address to X-Forwarded-For, and what came before theirs may be invented. */
const proxies = env.TRUSTED_PROXIES ?? (env.QUARTERDECK_URL.startsWith('https:') ? 1 : 0);

/** The address a request came from, as far as it can be trusted. */
export function clientAddress(headers: IncomingHttpHeaders, socketAddress: string | undefined, hops: number): string {
  const peer = (socketAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  if (hops === 0) return peer;
  const named = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const chain = named
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return chain.at(-hops) ?? peer;
}

/** Leaves that one address in the request's headers, where rate limits and the list of sessions find it. */
export function settleAddress(req: IncomingMessage): void {
  req.headers['x-forwarded-for'] = clientAddress(req.headers, req.socket.remoteAddress, proxies);
  delete req.headers.forwarded;
}
