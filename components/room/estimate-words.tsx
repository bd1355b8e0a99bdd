'use client';

import { useNow } from '@/components/ui/server-clock';
import { Time } from '@/components/ui/time';
import { type Estimate } from '@/lib/core/incident/incident';
import { msOf } from '@/lib/core/instant';

/** An estimate in the reader's zone. */
export function EstimateWords({ estimate }: { estimate: Estimate }) {
  if (estimate.kind === 'at') {
    return (
      <>
        Over by <Time at={estimate.at} form="clock" />
      </>
    );
  }
  if (estimate.nextAt === null) return 'Unknown for now';
  return (
    <>
      Unknown for now, next estimate at <Time at={estimate.nextAt} form="clock" />
    </>
  );
}

/** The estimate that stands; one that has passed says so, because it is wrong by now. */
export function StandingEstimate({ estimate }: { estimate: Estimate }) {
  const now = useNow(10_000);
  const at = estimate.kind === 'at' ? estimate.at : estimate.nextAt;
  return (
    <>
      <EstimateWords estimate={estimate} />
      {at !== null && msOf(at) < now && <span className="font-medium text-overdue"> · has passed, say a new one</span>}
    </>
  );
}
