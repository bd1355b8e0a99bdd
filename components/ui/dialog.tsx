'use client';

import './style-nonce';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { createContext, useContext, useRef, useState, type ReactNode } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';

const CloseContext = createContext<() => void>(() => {});

/** The first thing to fill in or press; the dialog's own Close comes last. */
const focusable =
  'input:not([type="hidden"], :disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled), a[href]';

/** Of radio buttons the one that is chosen takes the focus, as with Tab. */
function chosenOf(first: HTMLElement | null | undefined): HTMLElement | null | undefined {
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio' || first.checked) return first;
  const group = first.closest('fieldset, form') ?? document;
  return group.querySelector<HTMLElement>(`input[type="radio"][name="${CSS.escape(first.name)}"]:checked`) ?? first;
}

const widths = { sm: 'md:w-[26rem]', md: 'md:w-[36rem]', lg: 'md:w-[52rem]' };

type DialogProps = {
  /** The button that opens it. Without one the dialog is controlled by `open`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof widths;
  /** Buttons, in a row that stays in sight. Within a form use `DialogFooter` inside it instead. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The one dialog: below the top of the screen on a desk, a sheet from the bottom on a phone. Its content is made when it opens. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  size = 'md',
  footer,
  children,
}: DialogProps) {
  const [own, setOwn] = useState(false);
  const setOpen = onOpenChange ?? setOwn;
  const body = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={open ?? own} onOpenChange={setOpen}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            const first = body.current?.querySelector<HTMLElement>(focusable);
            (chosenOf(first) ?? body.current?.closest<HTMLElement>('[role="dialog"]'))?.focus();
          }}
          onCloseAutoFocus={(event) => {
            // What closed it may have opened something else that has the focus by now.
            if (document.activeElement !== document.body) event.preventDefault();
          }}
          onInteractOutside={(event) => {
            const { target } = event.detail.originalEvent;
            // A message over the dialog is put away without losing what is being typed; by now it may be off the page.
            if (target instanceof Element && target.closest('[data-toast]')) event.preventDefault();
          }}
          {...(!description && { 'aria-describedby': undefined })}
          className={cx(
            'fixed z-40 flex flex-col border border-line bg-surface shadow-float outline-none',
            'max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[90dvh] max-md:data-[state=open]:animate-sheet max-md:rounded-t-md max-md:border-x-0 max-md:border-b-0',
            'max-w-[calc(100vw-2rem)] max-md:max-w-none md:top-[11vh] md:left-1/2 md:max-h-[78vh] md:-translate-x-1/2 md:data-[state=open]:animate-rise md:rounded-md',
            widths[size],
          )}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-[-0.015em]">{title}</Radix.Title>
              {description && <Radix.Description className="measure mt-1 text-muted">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" icon={<X />} size="sm" className="-mr-1.5" />
            </Radix.Close>
          </header>
          <CloseContext value={() => setOpen(false)}>
            <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
              {children}
            </div>
            {footer && (
              <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
            )}
          </CloseContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of buttons at the end of a form inside a dialog; it stays in sight while the form scrolls. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 -mx-5 -mb-5 mt-5 flex items-center justify-end gap-2 border-t border-line bg-surface px-5 py-3">
      {children}
    </div>
  );
}

/** Wraps a button that closes the dialog. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}

/** Closes the dialog around the caller, for when its form has been accepted. */
export function useCloseDialog(): () => void {
  return useContext(CloseContext);
}
