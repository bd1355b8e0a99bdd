'use client';

import { useEffect, useState } from 'react';
import { useLive } from '@/components/live/live-provider';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { withSummary } from './board-order';

/** The open incidents, as served and then live; whatever was missed comes whole on joining again. */
export function useBoard(served: readonly IncidentSummary[]): readonly IncidentSummary[] {
  const { watchBoard } = useLive();
  const [board, setBoard] = useState(served);
  useEffect(
    () =>
      watchBoard({
        board: setBoard,
        incident: (summary) => setBoard((now) => withSummary(now, summary)),
      }),
    [watchBoard],
  );
  return board;
}
