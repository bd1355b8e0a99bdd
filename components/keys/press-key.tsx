'use client';

import { useRef } from 'react';
import { KeyCap } from '../ui/key-cap';
import { useKey, type KeyOptions } from './keys';

export type Hotkey = {
  keys: string;
  /** Shows no cap where there is no room; the key still acts. */
  silent?: boolean;
} & KeyOptions;

/** A key cap inside a button or link: pressing its key clicks that control, as long as it is on screen and enabled. */
export function PressKey({ keys, silent = false, ...options }: Hotkey) {
  const cap = useRef<HTMLSpanElement>(null);
  useKey(
    keys,
    () => {
      const control = cap.current?.closest<HTMLElement>('button, a');
      if (!control || control.matches(':disabled, [aria-disabled="true"]')) return;
      control.focus({ preventScroll: true });
      control.click();
    },
    options,
  );
  return (
    <span ref={cap} aria-hidden="true" className="contents">
      {!silent && <KeyCap keys={keys} />}
    </span>
  );
}
