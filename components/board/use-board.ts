'use client';

import { useEffect, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { withSummary } from './board-order';

/** The incident that ended last, as the calm board tells of it. */
export interface Ended {
  number: number;
  title: string;
  endedAt: string;
  status: string | null;
}

/** The open incidents and the one that ended last, as served and then live; whatever was missed comes whole on joining again. */
export function useBoard(served: readonly IncidentSummary[], servedLast: Ended | null) {
  const { watchBoard } = useLive();
  const [board, setBoard] = useState(served);
  const [last, setLast] = useState(servedLast);
  useEffect(
    () =>
      watchBoard({
        board: setBoard,
        putOut: (number) => {
          setBoard((now) => now.filter((summary) => summary.number !== number));
          setLast((now) => (now?.number === number ? null : now));
        },
        incident: (summary) => {
          setBoard((now) => withSummary(now, summary));
          const { number, title, endedAt, status, phase } = summary;
          if (endedAt && (phase === 'resolved' || phase === 'closed')) setLast({ number, title, endedAt, status });
        },
      }),
    [watchBoard],
  );
  return { board, last };
}
