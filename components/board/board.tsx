'use client';

import { type ReactNode, useRef, useState } from 'react';
import { TabSign } from '@/components/ui/tab-sign';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { MINUTE, msOf } from '@/lib/core/instant';
import { BoardRow } from './board-row';
import { Calm } from './calm';
import { type Ended, useBoard } from './use-board';
import { useGlide } from './use-glide';
import { useHeldOrder } from './use-held-order';

type BoardProps = {
  incidents: IncidentSummary[];
  last: Ended | null;
  mayDeclare: boolean;
  /** What is worth doing while nothing is open. */
  advice: ReactNode;
};

/** Every open incident, what is owed first on top. */
export function Board({ incidents, last: servedLast, mayDeclare, advice }: BoardProps) {
  const { board, last } = useBoard(incidents, servedLast);
  const { rows, hold } = useHeldOrder(board);
  const list = useRef<HTMLUListElement>(null);
  const [served] = useState(() => new Set(incidents.map(({ number }) => number)));
  useGlide(list, rows.map(({ number }) => number).join(' '));

  const first = rows.find(({ owed }) => owed !== null);
  return (
    <>
      <TabSign dueAt={first?.owed ? msOf(first.owed.dueAt) : null} cadenceMs={(first?.cadenceMinutes ?? 15) * MINUTE} />
      {rows.length === 0 ? (
        <>
          <Calm last={last} mayDeclare={mayDeclare} />
          {advice}
        </>
      ) : (
        <ul
          ref={list}
          {...hold}
          aria-label="Open incidents, what is owed first on top"
          className="-mx-4 border-t border-line md:mx-0"
        >
          {rows.map((summary) => (
            <BoardRow key={summary.number} summary={summary} fresh={!served.has(summary.number)} />
          ))}
        </ul>
      )}
    </>
  );
}
