'use client';

import { type ComponentProps, useEffect, useRef } from 'react';

/**
 * What vanishes within it while it has the focus, such as a button that takes its own row away, leaves the focus to what it stood in:
 * a keyboard or a screen reader goes on from there, and not from the top of the page.
 */
export function FocusHeir(props: Omit<ComponentProps<'div'>, 'ref'>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = box.current;
    if (!within) return;
    let path: HTMLElement[] = [];
    const hold = (event: FocusEvent) => {
      path = event.composedPath().filter((each) => each instanceof HTMLElement);
    };
    const watch = new MutationObserver(() => {
      if (path[0]?.isConnected !== false || document.activeElement !== document.body) return;
      const heir = path.find(({ isConnected }) => isConnected) ?? within;
      path = [];
      heir.tabIndex = -1;
      heir.focus({ preventScroll: true });
    });
    within.addEventListener('focusin', hold);
    watch.observe(within, { childList: true, subtree: true });
    return () => {
      within.removeEventListener('focusin', hold);
      watch.disconnect();
    };
  }, []);
  return <div ref={box} {...props} />;
}
