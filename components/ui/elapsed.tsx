'use client';

import { formatDuration } from './duration';
import { useNow } from './server-clock';

/** How long something has lasted by the server's clock, or lasted if it is over; both in epoch milliseconds. */
export function Elapsed({ since, until = null }: { since: number; until?: number | null }) {
  const now = useNow();
  return <span className="tnum whitespace-nowrap">{formatDuration(Math.max(0, (until ?? now) - since))}</span>;
}
