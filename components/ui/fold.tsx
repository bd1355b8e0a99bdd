'use client';

import { ListFilter } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from './button';
import { cx } from './cx';

type FoldButtonProps = { open: boolean; onToggle: () => void; controls: string; count: number };

/** Unfolds what narrows a list, on a phone; says how much of it is in force. */
export function FoldButton({ open, onToggle, controls, count }: FoldButtonProps) {
  return (
    <Button
      icon={<ListFilter />}
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
      className="md:hidden noscript:hidden"
    >
      Filters
      {count > 0 && (
        <span className="tnum rounded-sm bg-accent px-1.5 text-xs font-medium text-on-accent">
          {count} <span className="sr-only">in force</span>
        </span>
      )}
    </Button>
  );
}

/** Takes away on a phone what is folded; on a desk, and without scripts, it lies open. */
export function foldedAway(open: boolean): string | false {
  return !open && 'max-md:not-noscript:hidden';
}

type FoldProps = {
  /** How many filters are in force. */
  count: number;
  /** What stays in sight beside the button. */
  beside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Filters that a phone folds behind one button. */
export function Fold({ count, beside, className, children }: FoldProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={cx('flex flex-wrap items-center gap-2', !beside && 'md:hidden')}>
        {beside}
        <FoldButton open={open} onToggle={() => setOpen(!open)} controls={id} count={count} />
      </div>
      <div id={id} className={cx(className, foldedAway(open))}>
        {children}
      </div>
    </>
  );
}
