'use client';

import Link from 'next/link';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { Verb } from '@/components/keys/verb';
import { cx } from '@/components/ui/cx';
import { FoldButton, foldedAway } from '@/components/ui/fold';
import { type TimelineFilter, everythingFilter, isNarrowed, keyMomentsFilter } from '@/lib/core/timeline/filter';
import { mostCounted } from '@/lib/core/timeline/page';
import { ExportMenu } from './export-menu';
import { FilterChips } from './filter-chips';
import { LeapPopover } from './leap-popover';
import { NarrowPopover } from './narrow-popover';
import { type TimelineReading } from './use-timeline';
import { WordField } from './word-field';

type FilterBarProps = { reading: TimelineReading; action?: ReactNode };

/** What the timeline shows: its two views, what narrows it, a leap to a moment, and the whole of it as a file. */
export function FilterBar({ reading, action }: FilterBarProps) {
  const { asked } = reading;
  const narrowed = isNarrowed(asked);
  const [open, setOpen] = useState(false);
  const fold = useId();
  const inForce = asked.groups.length + [asked.person, asked.text].filter((value) => value !== null).length;
  return (
    <div className="flex flex-col px-4 md:px-6">
      <div className="flex min-h-10 flex-wrap items-center gap-x-1 gap-y-1 max-md:min-h-12">
        <h2 className="mr-2 text-sm font-semibold tracking-[-0.01em] max-md:sr-only">Timeline</h2>
        <View reading={reading} to={keyMomentsFilter} current={asked.view === 'moments'}>
          Key moments
        </View>
        <View reading={reading} to={everythingFilter} current={asked.view === 'everything' && !narrowed}>
          Everything
        </View>
        <span className="ml-auto md:hidden">
          <FoldButton open={open} onToggle={() => setOpen(!open)} controls={fold} count={inForce} />
        </span>
        <div
          id={fold}
          className={cx('flex min-w-0 items-center gap-x-1 max-md:w-full max-md:pb-2 md:flex-1', foldedAway(open))}
        >
          <WordField key={asked.text ?? ''} reading={reading} />
          <Hidden reading={reading} />
          <span className="-mr-1.5 ml-auto flex items-center">
            <NarrowPopover reading={reading} />
            <LeapPopover reading={reading} />
            <ExportMenu />
            {action}
          </span>
        </div>
      </div>
      {narrowed && (
        <div className={cx(foldedAway(open))}>
          <FilterChips reading={reading} />
        </div>
      )}
    </div>
  );
}

/** How much the filter leaves out, where one looks when something seems to be missing. */
function Hidden({ reading }: { reading: TimelineReading }) {
  const { hidden } = reading.window;
  if (hidden === 0) return null;
  const text =
    hidden === null ? `over ${mostCounted.toLocaleString('en')} match` : `${hidden.toLocaleString('en')} hidden`;
  return <span className="tnum ml-2 text-xs text-muted">{text}</span>;
}

/** Left alone by the page when a new tab or window is wanted. */
function isPlain(event: MouseEvent) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

type ViewProps = { reading: TimelineReading; to: TimelineFilter; current: boolean; children: string };

function View({ reading, to, current, children }: ViewProps) {
  return (
    <>
      <Verb label={`Show ${children.toLowerCase()}`} group="Timeline" when={!current} run={() => reading.go(to)} />
      <Link
        href={reading.hrefOf(to)}
        prefetch={false}
        scroll={false}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          if (!isPlain(event)) return;
          event.preventDefault();
          reading.go(to);
        }}
        className={cx(
          'flex min-h-6 items-center rounded-sm px-2 max-md:min-h-11',
          current ? 'bg-raised font-medium text-ink' : 'text-muted hover:text-ink',
        )}
      >
        {children}
      </Link>
    </>
  );
}
