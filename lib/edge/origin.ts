import { type IncomingHttpHeaders } from 'node:http';
import { isOwnPage } from '@/lib/core/access/own-page';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may change something comes from our own pages. Only requests that carry a cookie are asked:
 * without one there is nobody to act as. Programs send no Origin; browsers always do, or say where they come from.
 */
export function isOwnOrigin(method: string | undefined, headers: IncomingHttpHeaders, publicAddress: string): boolean {
  if (safe.has(method ?? 'GET') || headers.cookie === undefined) return true;
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  return isOwnPage(origin, publicAddress, headers.host);
}
