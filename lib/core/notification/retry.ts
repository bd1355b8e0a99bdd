import { type Instant, MINUTE, SECOND, plus } from '../instant';

/** Tries after which a message counts as dead: after some four minutes for a page, whose later steps have gone out by then, else after an hour. */
const mostTries = { page: 8, other: 12 };
const firstMs = 2 * SECOND;
const longestMs = 30 * MINUTE;

/**
 * When a message that failed `tries` times is tried again: twice as long each time, up to half of it taken off by `luck` (0 to 1) so
 * that what failed together does not come back together. Null when it is dead: only a person sends it again.
 */
export function retryAt(purpose: 'page' | 'other', tries: number, now: Instant, luck: number): Instant | null {
  if (tries >= mostTries[purpose]) return null;
  const wait = Math.min(longestMs, firstMs * 2 ** (tries - 1));
  return plus(now, Math.round(wait * (1 - luck / 2)));
}
