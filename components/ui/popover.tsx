'use client';

import './style-nonce';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';

const widths = { lg: 'w-96', md: 'w-80', sm: 'w-64', trigger: 'w-(--radix-popover-trigger-width) min-w-56' };

type PopoverProps = {
  trigger: ReactNode;
  /** What it holds, for readers. */
  label: string;
  align?: 'start' | 'end';
  side?: 'top' | 'bottom' | 'right';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `trigger` is as wide as its button. */
  width?: keyof typeof widths;
  /** No padding, for a list that reaches the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** A small panel beside its button; the page behind stays in use. */
export function Popover({
  trigger,
  label,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  width = 'md',
  flush = false,
  children,
}: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cx(
            'z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] data-[state=open]:animate-rise overflow-y-auto rounded-md border border-line bg-surface shadow-float outline-none',
            widths[width],
            !flush && 'p-3',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
