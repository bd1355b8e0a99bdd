'use client';

import { useVirtualizer, useWindowVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';

type RowsOptions = {
  count: number;
  keyOf: (index: number) => number;
  /** A guess at a row's height in pixels until it is measured. */
  heightOf: (index: number) => number;
  list: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
};

const phoneQuery = '(width < 48rem)';
/** What is drawn before a browser has measured anything: a desk's worth of rows. */
const initialRect = { width: 800, height: 720 };
/** Pixels from the top within which the reader counts as being there. */
const near = 12;

function watchPhone(listener: () => void) {
  const media = window.matchMedia(phoneQuery);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** A row's height, not rounded: the rows above what is read would else add up to a visible slip. */
function heightOfRow(
  element: HTMLLIElement,
  entry: ResizeObserverEntry | undefined,
  { itemSizeCache }: { itemSizeCache: Map<number | string | bigint, number> },
): number {
  const measured = entry?.borderBoxSize[0]?.blockSize ?? itemSizeCache.get(Number(element.dataset.seq));
  return measured ?? element.getBoundingClientRect().height;
}

/**
 * Whether what is read moves by as much as a row's measure differs from what was known of it: when the row is above it. Not at
 * the end of the list, where the browser has already moved it: making up for that would make it jump once older rows come.
 */
function isMadeUpFor(
  row: VirtualItem,
  _: number,
  rows: Virtualizer<HTMLElement, HTMLLIElement> | Virtualizer<Window, HTMLLIElement>,
): boolean {
  const { scrollElement, scrollDirection, itemSizeCache } = rows;
  const offset = rows.scrollOffset ?? 0;
  const seen = scrollElement instanceof Window ? scrollElement.scrollY : scrollElement?.scrollTop;
  if (seen !== undefined && seen < offset - 1 && rows.getDistanceFromEnd() < 1) return false;
  return itemSizeCache.has(row.key) ? row.end <= offset && scrollDirection !== 'backward' : row.start < offset;
}

/**
 * The rows in sight of a long list, newest on top. On a desk the list scrolls by itself, on a phone with the page. Away from the
 * top, what is being read stays where it is whatever is put above it; at the top, new rows push in.
 */
export function useRows({ count, keyOf, heightOf, list, scroller }: RowsOptions) {
  const phone = useSyncExternalStore(
    watchPhone,
    () => window.matchMedia(phoneQuery).matches,
    () => false,
  );
  const [margin, setMargin] = useState(0);
  const [away, setAway] = useState(false);
  const shared = {
    count,
    getItemKey: keyOf,
    estimateSize: heightOf,
    overscan: 8,
    initialRect,
    anchorTo: away ? ('end' as const) : ('start' as const),
    scrollEndThreshold: -1,
    measureElement: heightOfRow,
  };
  const desk = useVirtualizer<HTMLElement, HTMLLIElement>({
    ...shared,
    enabled: !phone,
    getScrollElement: () => scroller.current,
    onChange: ({ scrollOffset }) => setAway((scrollOffset ?? 0) > near),
  });
  const page = useWindowVirtualizer<HTMLLIElement>({
    ...shared,
    enabled: phone,
    scrollMargin: margin,
    onChange: ({ scrollOffset }) => setAway((scrollOffset ?? 0) > margin + near),
  });

  useLayoutEffect(() => {
    desk.shouldAdjustScrollPositionOnItemSizeChange = isMadeUpFor;
    page.shouldAdjustScrollPositionOnItemSizeChange = isMadeUpFor;
  }, [desk, page]);

  useEffect(() => {
    const place = list.current;
    if (!phone || !place) return;
    const observer = new ResizeObserver(() =>
      setMargin(Math.round(place.getBoundingClientRect().top + window.scrollY)),
    );
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [phone, list]);

  return { rows: phone ? page : desk, margin: phone ? margin : 0, away, phone };
}
