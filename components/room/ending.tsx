'use client';

import { CircleCheck } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { formatDuration } from '@/components/ui/duration';
import { Time } from '@/components/ui/time';
import { type Incident } from '@/lib/core/incident/incident';
import { lifeOf } from '@/lib/core/incident/life-map';
import { between } from '@/lib/core/instant';

/** That it is over: how, when, by whom, after how long, and what is owed of it still. Nothing while it is open. */
export function Ending() {
  const { incident } = useRoom();
  const { endedAt, endedBy, startedAt, number } = incident;
  const { dueAt } = lifeOf(incident);
  if (endedAt === null) return null;
  return (
    <div className="mt-2 flex flex-col gap-1">
      <p className="flex items-start gap-2 text-base">
        <CircleCheck className="mt-1 size-4 shrink-0 text-done" aria-hidden="true" />
        <span>
          <span className="font-semibold">{wordsOf(incident)}</span>
          {endedBy && ` by ${endedBy.name}`} at <Time at={endedAt} form="clock" />, after{' '}
          {formatDuration(between(startedAt, endedAt))}.
        </span>
      </p>
      {dueAt && (
        <p className="pl-6 text-muted">
          The postmortem is owed by <Time at={dueAt} form="clock" />. Begin it with{' '}
          <a href={`/incidents/${number}/export?format=md`} className="text-accent underline">
            the timeline as Markdown
          </a>
          .
        </p>
      )}
    </div>
  );
}

function wordsOf({ phase, mergedInto }: Pick<Incident, 'phase' | 'mergedInto'>): string {
  if (phase === 'cancelled') return 'Cancelled as a false alarm';
  return mergedInto === null ? 'Resolved' : `Merged into INC-${mergedInto}`;
}
