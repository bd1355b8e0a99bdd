'use client';

import { Button } from '@/components/ui/button';
import { sentenceOf } from '@/lib/core/incident/sentence';
import { everythingFilter } from '@/lib/core/timeline/filter';
import { type TimelineItem, mostCounted } from '@/lib/core/timeline/page';
import { type TimelineReading } from './use-timeline';

/** Under the oldest row: what loads or failed, and how much the filter leaves out. Its height does not change while loading. */
export function Foot({ reading }: { reading: TimelineReading }) {
  const { failed, retry, loading, window: held } = reading;
  if (failed) {
    return (
      <p role="alert" className="flex min-h-10 items-center gap-3 px-4 py-2 md:px-6">
        The rest of the timeline did not come.
        <Button size="sm" onClick={retry}>
          Try again
        </Button>
      </p>
    );
  }
  if (held.before) {
    return (
      <p className="min-h-10 px-4 py-2 md:px-6 text-muted">{loading === 'older' ? 'Fetching what came before…' : ''}</p>
    );
  }
  return <HiddenCount reading={reading} />;
}

function HiddenCount({ reading }: { reading: TimelineReading }) {
  const { go, window: held } = reading;
  const { hidden } = held;
  if (hidden === 0) return <div className="min-h-10" />;
  const text =
    hidden === null
      ? `More than ${mostCounted.toLocaleString('en')} facts match.`
      : `${hidden.toLocaleString('en')} hidden.`;
  return (
    <p className="flex min-h-10 items-center gap-2 px-4 py-2 md:px-6 text-muted">
      <span className="tnum">{text}</span>
      <Button size="sm" tone="plain" onClick={() => go(everythingFilter)}>
        Show everything
      </Button>
    </p>
  );
}

/** Says a new fact to whoever listens instead of looking. */
export function Announcement({ items, fresh }: { items: readonly TimelineItem[]; fresh: ReadonlySet<number> }) {
  const newest = items.find((item) => fresh.has(item.fact.seq));
  return (
    <p aria-live="polite" className="sr-only">
      {newest ? sentenceOf(newest.fact) : ''}
    </p>
  );
}
