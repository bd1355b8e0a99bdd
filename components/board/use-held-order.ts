'use client';

import { type FocusEvent, type PointerEvent, useRef, useState } from 'react';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { arranged } from './board-order';

/** Rows in their order, which holds still while somebody points at one or has the focus in it. `hold` goes on the list. */
export function useHeldOrder(board: readonly IncidentSummary[]) {
  const [held, setHeld] = useState<readonly number[] | null>(null);
  const pointed = useRef(false);
  const focused = useRef(false);
  const rows = arranged(board, held);

  function settle() {
    if (!pointed.current && !focused.current) setHeld(null);
    else setHeld((now) => now ?? rows.map(({ number }) => number));
  }
  const hold = {
    onPointerEnter: (event: PointerEvent) => {
      pointed.current = event.pointerType === 'mouse';
      settle();
    },
    onPointerLeave: () => {
      pointed.current = false;
      settle();
    },
    onFocus: () => {
      focused.current = true;
      settle();
    },
    onBlur: (event: FocusEvent) => {
      focused.current = event.currentTarget.contains(event.relatedTarget);
      settle();
    },
  };
  return { rows, hold };
}
