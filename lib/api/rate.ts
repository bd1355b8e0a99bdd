import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '@/lib/env';

/** Requests a minute for one token or one signed-in person, counted on each node. */
const mostPerMinute = env.API_REQUESTS_PER_MINUTE;

const place = Symbol.for('quarterdeck.api-rate');
const shared = globalThis as { [place]?: RateLimiterMemory };
const limiter = (shared[place] ??= new RateLimiterMemory({ points: mostPerMinute, duration: 60 }));

/** Counts one request of `who`: the headers that say how many are left, and whether this one is too many. */
export async function countRequest(who: string): Promise<{ allowed: boolean; headers: Record<string, string> }> {
  const { allowed, left, resetMs } = await limiter.consume(who).then(
    (result) => ({ allowed: true, left: result.remainingPoints, resetMs: result.msBeforeNext }),
    (error: unknown) => {
      if (error instanceof RateLimiterRes) return { allowed: false, left: 0, resetMs: error.msBeforeNext };
      throw error;
    },
  );
  const seconds = String(Math.max(1, Math.ceil(resetMs / 1000)));
  const headers = {
    'ratelimit-policy': `"minute";q=${mostPerMinute};w=60`,
    ratelimit: `"minute";r=${left};t=${seconds}`,
  };
  return { allowed, headers: allowed ? headers : { ...headers, 'retry-after': seconds } };
}
