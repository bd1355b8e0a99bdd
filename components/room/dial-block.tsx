'use client';

import { useRoom } from '@/components/live/room-context';
import { formatDuration } from '@/components/ui/duration';
import { Countdown, LiveDial } from '@/components/ui/live-dial';
import { Time } from '@/components/ui/time';
import { onTimeShare } from '@/lib/core/incident/cadence';
import { cadenceMinutesOf } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { MINUTE, msOf } from '@/lib/core/instant';

/** The sign at work: how long until the next update is owed, and how well that went so far. */
export function DialBlock() {
  const { incident } = useRoom();
  const { cadence } = incident;
  const cadenceMs = (cadenceMinutesOf(incident) ?? 15) * MINUTE;
  const share = onTimeShare(cadence);
  if (cadence.dueAt === null) {
    return (
      <div className="flex shrink-0 items-center gap-3 text-muted md:w-56">
        <LiveDial dueAt={null} cadenceMs={cadenceMs} size={40} show="dial" />
        <p className="text-xs">
          {isOpen(incident.phase) ? `No update is owed at ${incident.severity}.` : 'No update is owed any more.'}
          {share !== null && <Score share={share} longestMs={cadence.longestSilenceMs} />}
        </p>
      </div>
    );
  }
  const dueAt = msOf(cadence.dueAt);
  return (
    <div className="flex shrink-0 items-center gap-3 max-md:order-first md:w-56">
      <LiveDial dueAt={dueAt} cadenceMs={cadenceMs} size={72} show="dial" className="max-md:[&_svg]:size-12" />
      <div className="min-w-0">
        <Countdown dueAt={dueAt} word={false} className="block text-xl font-semibold tracking-[-0.02em]" />
        <p className="text-xs text-muted">
          {cadence.reached === null ? 'next update by' : 'update owed since'} <Time at={cadence.dueAt} form="clock" />
          {cadence.snoozed && ', snoozed'}
        </p>
        {share !== null && <Score share={share} longestMs={cadence.longestSilenceMs} />}
      </div>
    </div>
  );
}

function Score({ share, longestMs }: { share: number; longestMs: number }) {
  return (
    <span
      className="tnum mt-0.5 block rounded-sm text-xs text-muted"
      data-tip={`${Math.round(share * 100)} % of owed updates came in time.\nLongest silence: ${formatDuration(longestMs)}.`}
    >
      {Math.round(share * 100)} % of updates on time
    </span>
  );
}
