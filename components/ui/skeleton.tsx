import { cx } from './cx';

/** Holds the place of what comes, in its size (CSS lengths). */
export function Skeleton({ w = '100%', h = '1em', className }: { w?: string; h?: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('inline-block max-w-full animate-wait rounded-sm bg-raised align-middle', className)}
      style={{ width: w, height: h }}
    />
  );
}

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden="true" className="flex flex-col gap-2 py-1">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h="0.75em" w={line === lines - 1 ? '58%' : `${96 - ((line * 7) % 15)}%`} />
      ))}
    </span>
  );
}
