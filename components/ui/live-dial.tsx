'use client';

import { cx } from './cx';
import { formatCountdown } from './duration';
import { QuarterDial } from './quarter-dial';
import { useNow } from './server-clock';

type CountdownProps = {
  /** Epoch milliseconds. */
  dueAt: number;
  /** Says `overdue` after the time. */
  word?: boolean;
  className?: string;
};

/** The time left, or overdue, counted by the server's clock. Tabular figures keep its width below an hour. */
export function Countdown({ dueAt, word = true, className }: CountdownProps) {
  const { text, overdue } = formatCountdown(dueAt, useNow());
  return (
    <span
      role="timer"
      data-overdue={overdue}
      className={cx('tnum whitespace-nowrap', overdue && 'text-overdue', className)}
    >
      {text}
      {word && overdue && ' overdue'}
    </span>
  );
}

type LiveDialProps = {
  /** Epoch milliseconds; null when nothing is owed. */
  dueAt: number | null;
  cadenceMs: number;
  /** Side of the dial in pixels. */
  size?: number;
  /** `dial` leaves the text to the caller, who must show it elsewhere. */
  show?: 'both' | 'dial';
  word?: boolean;
  className?: string;
};

/** The dial with its time as text. */
export function LiveDial({ dueAt, cadenceMs, size = 20, show = 'both', word = true, className }: LiveDialProps) {
  const now = useNow();
  return (
    <span className={cx('inline-flex items-center gap-2 align-middle', className)}>
      <QuarterDial dueAt={dueAt} cadenceMs={cadenceMs} now={now} size={size} />
      {show === 'both' && dueAt !== null && <Countdown dueAt={dueAt} word={word} className="font-semibold" />}
    </span>
  );
}
