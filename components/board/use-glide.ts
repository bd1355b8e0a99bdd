'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';

const glideMs = 180;

/** Rows that change their place travel there, so that the eye can follow; not where motion is unwanted. */
export function useGlide(list: RefObject<HTMLElement | null>, order: string) {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const former = places.current;
    const present = new Map<string, number>();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of list.current?.children ?? []) {
      if (!(row instanceof HTMLElement) || !row.dataset.number) continue;
      present.set(row.dataset.number, row.offsetTop);
      const from = former.get(row.dataset.number);
      if (still || from === undefined || from === row.offsetTop) continue;
      row.animate([{ translate: `0 ${from - row.offsetTop}px` }, { translate: '0' }], {
        duration: glideMs,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
    places.current = present;
  }, [list, order]);
}
