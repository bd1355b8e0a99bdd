import { cx } from './cx';
import { dialShape, FACE, rim, rimParts, slice, type DialState } from './dial-shape';

const inks: Record<DialState, string> = {
  none: 'text-faint',
  waiting: 'text-ink',
  soon: 'text-accent',
  overdue: 'text-overdue',
};

type QuarterDialProps = {
  /** Epoch milliseconds; null when nothing is owed. */
  dueAt: number | null;
  cadenceMs: number;
  now: number;
  /** Side in pixels. */
  size?: number;
  className?: string;
};

/** The sign, drawn from its arguments alone and hidden from readers: the time stands beside it as text. */
export function QuarterDial({ dueAt, cadenceMs, now, size = 20, className }: QuarterDialProps) {
  const { state, sector } = dialShape(dueAt, cadenceMs, now);
  const large = size >= 40;
  const radius = large ? FACE : undefined;
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      data-state={state}
      className={cx('shrink-0', inks[state], className)}
    >
      <path d={slice(0, 1, radius)} fill="currentColor" opacity={state === 'none' ? 0.08 : 0.16} />
      {sector && <path d={slice(...sector, radius)} fill="currentColor" />}
      <path
        d={large && state !== 'none' ? rimParts : rim}
        fill="none"
        stroke="currentColor"
        strokeWidth={large ? 1.1 : 1.6}
        strokeDasharray={state === 'none' ? '2.2 2.9' : undefined}
      />
      {state === 'overdue' && <circle cx="20.2" cy="3.8" r={large ? 2.4 : 3} fill="currentColor" />}
    </svg>
  );
}
