'use client';

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './button';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { toastStore, type Toast, type ToastMore } from './toast-store';

const none: readonly Toast[] = [];
const SHOWN_MS = 5000;

/** Says in passing what happened. `toast.error` stays until it is closed. */
export const toast = Object.assign((text: string, more?: ToastMore) => toastStore.add('plain', text, more), {
  done: (text: string, more?: ToastMore) => toastStore.add('done', text, more),
  error: (text: string, more?: ToastMore) => toastStore.add('error', text, more),
  close: (id: number) => toastStore.drop(id),
});

function ToastCard({ toast: { id, tone, text, detail, action } }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || tone === 'error') return;
    const timer = setTimeout(() => toastStore.drop(id), action ? SHOWN_MS * 2 : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, tone, action, held]);

  // Its act leads to the whole of it, so that a phone's header has room for it.
  const led = action && 'max-md:line-clamp-1';
  return (
    <li
      data-toast
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cx(
        'pointer-events-auto flex min-h-10 w-full animate-rise items-center gap-2.5 rounded-md border bg-surface py-1.5 pr-1.5 pl-3 text-sm shadow-float max-md:py-0 max-md:pr-0 max-md:text-xs',
        tone === 'error' ? 'border-critical' : 'border-line',
      )}
    >
      {tone === 'done' && <CircleCheck className="size-4 shrink-0 text-done" aria-hidden="true" />}
      {tone === 'error' && <CircleAlert className="size-4 shrink-0 text-critical" aria-hidden="true" />}
      <span className="min-w-0 flex-1 py-0.5 wrap-anywhere">
        <span className={cx('block font-medium', led)}>{text}</span>
        {detail && <span className={cx('block text-xs text-muted', led)}>{detail}</span>}
      </span>
      {action && (
        <Button
          size="sm"
          onClick={() => {
            action.run();
            toastStore.drop(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Close" icon={<X />} size="sm" onClick={() => toastStore.drop(id)} />
    </li>
  );
}

/** Where toasts appear, once per page: over the top of the screen, whose middle holds no control; on a phone over the frame's own header. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.watch, toastStore.list, () => none);
  // Said outright, aria-live keeps them within reach while a dialog hides the rest of the page from readers.
  return (
    <div role="status" aria-live="polite" className="contents">
      <ul
        aria-label="Messages"
        className="pointer-events-none fixed inset-x-0 top-[calc(var(--under-strip,0px)+0.25rem)] z-50 mx-auto flex w-96 max-w-[calc(100vw-0.5rem)] flex-col gap-1 max-md:top-0.5"
      >
        {toasts.map((each) => (
          <ToastCard key={each.id} toast={each} />
        ))}
      </ul>
    </div>
  );
}
