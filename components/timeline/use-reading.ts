'use client';

import { type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react';
import { useKey } from '@/components/keys/keys';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { type TimelineReading } from './use-timeline';

type Rows = Virtualizer<HTMLElement, HTMLLIElement> | Virtualizer<Window, HTMLLIElement>;

/** Rows from an edge at which what lies beyond it is fetched. */
const ahead = 50;

/** Fetches on at whichever edge comes near. */
export function useEdges(reading: TimelineReading, count: number, first: number | undefined, last: number | undefined) {
  const { loading, failed, window: held, older, newer } = reading;
  const { before, after } = held;
  useEffect(() => {
    if (loading !== 'nothing' || failed) return;
    if (before && (count === 0 || (last !== undefined && last >= count - ahead))) older();
    else if (after && (count === 0 || (first !== undefined && first <= ahead))) newer();
  }, [loading, failed, before, after, count, first, last, older, newer]);
}

/** Tells the timeline where its reader is, so that it knows what arrives above. */
export function useReadingPlace({ look }: TimelineReading, away: boolean, top: TimelineItem | undefined) {
  const place = top?.place;
  const seq = top?.fact.seq;
  useEffect(() => {
    look(away && place !== undefined && seq !== undefined ? { place, seq } : null);
  }, [look, away, place, seq]);
}

/** Runs `settle` after each opening of a page, and for nothing else. */
export function useOpening(opened: number, settle: () => void) {
  const run = useEffectEvent(settle);
  useLayoutEffect(() => run(), [opened]);
}

/** `j` and `k` walk down and up the rows; Enter then opens what may be done with one. */
export function useRowKeys(list: RefObject<HTMLElement | null>, rows: Rows, count: number) {
  const walk = (step: number) => {
    if (count === 0) return;
    const focused = document.activeElement?.closest<HTMLElement>('[data-index]');
    const from = focused && list.current?.contains(focused) ? Number(focused.dataset.index) + step : undefined;
    const top = rows.getVirtualItemForOffset(rows.scrollOffset ?? 0)?.index ?? 0;
    const index = Math.min(count - 1, Math.max(0, from ?? top));
    rows.scrollToIndex(index, { align: 'auto' });
    requestAnimationFrame(() =>
      list.current
        ?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-menu]`)
        ?.focus({ preventScroll: true }),
    );
  };
  useKey('j', () => walk(1), { label: 'Next fact', group: 'Timeline' });
  useKey('k', () => walk(-1), { label: 'Previous fact', group: 'Timeline' });
}
