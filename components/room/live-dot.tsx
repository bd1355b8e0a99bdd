'use client';

import { useLive } from '@/components/live/live-provider';
import { cx } from '@/components/ui/cx';
import { type LiveStatus } from '@/components/live/watchers';

const words: Record<LiveStatus, { word: string; ink: string; tip: string }> = {
  connecting: {
    word: 'connecting',
    ink: 'text-muted',
    tip: 'The page works already; it will follow the others live in a moment.',
  },
  live: { word: 'live', ink: 'text-done', tip: 'What others do appears here at once.' },
  reconnecting: {
    word: 'reconnecting',
    ink: 'text-high',
    tip: 'The line broke. What you do is kept and sent; what you missed will be caught up.',
  },
  offline: { word: 'offline', ink: 'text-critical', tip: 'No network. What you do is kept and sent on return.' },
};

/** Whether this page follows the others. A filled dot is live, a hollow one is not. */
export function LiveDot() {
  const { status } = useLive();
  const { word, ink, tip } = words[status];
  return (
    <span role="status" data-tip={tip} className={cx('inline-flex shrink-0 items-center gap-1.5 text-xs', ink)}>
      <svg viewBox="0 0 8 8" className="size-2" aria-hidden="true">
        {status === 'live' ? (
          <circle cx="4" cy="4" r="4" fill="currentColor" />
        ) : (
          <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.6" />
        )}
      </svg>
      {word}
    </span>
  );
}
