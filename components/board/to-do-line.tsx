import { ArrowRight, Check } from 'lucide-react';
import Link from 'next/link';
import { cx } from '@/components/ui/cx';

type ToDoLineProps = {
  href: string;
  /** A verb and its object: "Add services". */
  title: string;
  /** One sentence on why. */
  why: string;
  /** Absent for advice that nothing can show to be followed. */
  done?: boolean;
  optional?: boolean;
  /** The first that is still to do. */
  next?: boolean;
};

/** One thing to do before it matters; the whole line leads to where it is done. */
export function ToDoLine({ href, title, why, done, optional, next }: ToDoLineProps) {
  const owed = done === false && !optional;
  return (
    <li className="relative flex gap-3 border-b border-line px-2 py-3 transition-colors last:border-b-0 hover:bg-raised/60">
      <span
        aria-hidden="true"
        className={cx(
          'mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full [&_svg]:size-3.5',
          done && 'bg-done-wash text-done',
          owed && (next ? 'border-2 border-accent' : 'border border-edge'),
          !done && !owed && 'text-faint',
        )}
      >
        {done ? <Check strokeWidth={3} /> : !owed && <ArrowRight />}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Link
            href={href}
            aria-current={next ? 'step' : undefined}
            className={cx(
              'rounded-sm outline-none after:absolute after:inset-0 after:rounded-sm focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
              done ? 'text-muted' : 'font-medium',
            )}
          >
            {title}
          </Link>
          {done !== undefined && (
            <span className={cx('text-xs', done ? 'text-done' : 'text-muted')}>
              {done ? 'done' : optional ? 'if you like' : next ? 'next' : 'to do'}
            </span>
          )}
        </span>
        <span className="measure block text-muted">{why}</span>
      </span>
    </li>
  );
}
