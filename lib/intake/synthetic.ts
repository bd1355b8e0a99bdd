import { RateLimiterMemory } from 'rate-limiter-flexible';
import { hearSyntheticPage } from '@/lib/commands/hear-synthetic-page';
import { isRefusal } from '@/lib/core/refusal';
import { readSigned } from '@/lib/notify/standard-webhook';
import { syntheticSecret } from '@/lib/store/synthetic-page';

/** Wrong signatures a minute that one address is told of. What we signed is never counted, so that nobody can make us deaf. */
const strangers = new RateLimiterMemory({ points: 20, duration: 60 });

interface Posted {
  headers: Headers;
  body: string;
  /** Where the request came from. */
  address: string;
}

/** Hears a synthetic page that came back, as any receiver of a signed webhook would. Answers with the status to give. */
export async function hearSynthetic({ headers, body, address }: Posted): Promise<204 | 401 | 404 | 429> {
  const signed = readSigned(syntheticSecret(), headers, body);
  if (!signed) {
    return strangers.consume(address).then(
      () => 401,
      () => 429,
    );
  }
  return isRefusal(await hearSyntheticPage(signed)) ? 404 : 204;
}
