import { cx } from './cx';

type NoticeDotProps = {
  /** What it means, for readers: "3 unread notices". */
  label: string;
  /** A number in the dot; without it the dot is plain. */
  count?: number;
  className?: string;
};

/** A dot on the corner of a button (which must be `relative`). */
export function NoticeDot({ label, count, className }: NoticeDotProps) {
  if (count === 0) return null;
  return (
    <span
      className={cx(
        'tnum absolute flex items-center justify-center rounded-full bg-accent font-semibold text-on-accent ring-2 ring-ground',
        count === undefined
          ? 'top-1.5 right-1.5 size-2'
          : '-top-0.5 -right-0.5 h-4 min-w-4 px-1 text-xs leading-none max-md:top-1 max-md:right-1',
        className,
      )}
    >
      <span className="sr-only">{label}</span>
      {count !== undefined && <span aria-hidden="true">{count > 99 ? '99+' : count}</span>}
    </span>
  );
}
