import type { ReactNode } from 'react';
import { cx } from './cx';

const tones = {
  neutral: 'bg-raised text-ink',
  accent: 'bg-accent-wash text-accent',
  critical: 'bg-critical-wash text-critical',
  high: 'bg-high-wash text-high',
  medium: 'bg-medium-wash text-medium',
  low: 'bg-low-wash text-low',
  done: 'bg-done-wash text-done',
  overdue: 'bg-overdue text-on-overdue',
};

type BadgeProps = { tone?: keyof typeof tones; icon?: ReactNode; className?: string; children: ReactNode };

/** A word about a thing's state. `overdue` is the only one that fills its shape. */
export function Badge({ tone = 'neutral', icon, className, children }: BadgeProps) {
  return (
    <span
      className={cx(
        'tnum inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
