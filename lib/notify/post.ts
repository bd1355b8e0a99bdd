import { oneLine } from '@/lib/core/text';
import { Gone, Throttled, TryLater, Undeliverable } from './envelope';
import { type OutwardAnswer, type OutwardRequest, postOutward } from './outward';
import { shorten } from './shorten';

/** Statuses of the fours that a later try may cure. */
const passing = [408, 425];
/** No wait that a receiver asks for is kept longer. */
const longestWait = 15 * 60 * 1_000;

export interface Posting extends OutwardRequest {
  /** An administrator's credentials open the door: where they are refused, the next try may find them set right. */
  ourCredentials?: boolean;
}

/** Posts, and answers only where the receiver took it; every other status becomes the error that says whether to try again. */
export async function post({ ourCredentials = false, ...request }: Posting): Promise<OutwardAnswer> {
  const answer = await postOutward(request);
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return answer;
  const { host } = new URL(request.url);
  if (status >= 300 && status < 400)
    throw new Undeliverable(`${host} answers with a redirect (${status}), which is not followed.`);
  const said = `${host} answered ${status}${body.trim() ? `: ${shorten(oneLine(body).trim(), 160)}` : '.'}`;
  if (status === 429) throw new Throttled(said, waitAskedFor(headers['retry-after']));
  if (status >= 500 || passing.includes(status) || (ourCredentials && [401, 403].includes(status)))
    throw new TryLater(said, waitAskedFor(headers['retry-after']));
  throw status === 410 ? new Gone(said) : new Undeliverable(said);
}

/** Posts JSON. */
export function postJson(
  { headers, ...rest }: Omit<OutwardRequest, 'body' | 'headers'> & { headers?: Record<string, string> },
  body: unknown,
): Promise<OutwardAnswer> {
  return post({ ...rest, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

function waitAskedFor(header: string | undefined): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), longestWait);
}
