'use client';

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { KeyCap } from './key-cap';

type Tip = { anchor: HTMLElement; text: string; keys: string | undefined };

const HOVER_MS = 350;

function tipOf(target: EventTarget | null): Tip | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  return anchor?.dataset.tip ? { anchor, text: anchor.dataset.tip, keys: anchor.dataset.tipKeys } : null;
}

/** One layer that shows every tip of the page: whatever carries `data-tip` has one, on hover and on keyboard focus. */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Tip | null, wait: number) => {
      clearTimeout(timer);
      if (next === null) setTip(null);
      else timer = setTimeout(() => setTip(next), wait);
    };
    const over = (event: PointerEvent) => event.pointerType !== 'touch' && show(tipOf(event.target), HOVER_MS);
    const focus = (event: FocusEvent) => {
      const next = tipOf(event.target);
      if (next?.anchor.matches(':focus-visible')) show(next, 0);
    };
    const hide = () => show(null, 0);
    // Focus from the keyboard scrolls its target into view: that tip moves along, a hovered one goes.
    const scroll = () => setTip((shown) => (shown && shown.anchor === document.activeElement ? { ...shown } : null));
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', escape);
    document.addEventListener('scroll', scroll, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', escape);
      document.removeEventListener('scroll', scroll, true);
    };
  }, []);

  useLayoutEffect(() => {
    const node = box.current;
    if (!node || !tip) return;
    const at = tip.anchor.getBoundingClientRect();
    const { width, height } = node.getBoundingClientRect();
    const above = at.top > height + 12;
    const left = Math.min(Math.max(8, at.left + at.width / 2 - width / 2), window.innerWidth - width - 8);
    node.style.left = `${left}px`;
    node.style.top = `${above ? at.top - height - 6 : at.bottom + 6}px`;
    tip.anchor.setAttribute('aria-describedby', id);
    return () => tip.anchor.removeAttribute('aria-describedby');
  }, [tip, id]);

  if (!tip) return null;
  return (
    <div
      ref={box}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed top-0 left-0 z-50 flex max-w-72 animate-rise items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs whitespace-pre-line text-ground shadow-float"
    >
      <span className="tnum">{tip.text}</span>
      {tip.keys && <KeyCap keys={tip.keys} />}
    </div>
  );
}
