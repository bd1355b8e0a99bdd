'use client';

import { Search } from 'lucide-react';
import { textOf } from '@/components/submit/text-of';
import { type TimelineReading } from './use-timeline';

/** Finds words in everything. */
export function WordField({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  return (
    <form
      role="search"
      className="relative ml-1 w-40 min-w-0 shrink max-md:order-1 max-md:ml-0 max-md:flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        const text = textOf(new FormData(event.currentTarget), 'q');
        go({ ...asked, view: 'everything', text: text || null });
      }}
    >
      <Search
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
      <input
        type="search"
        name="q"
        maxLength={200}
        defaultValue={asked.text ?? ''}
        placeholder="Find words"
        aria-label="Find words in the timeline"
        enterKeyHint="search"
        className="well h-control-sm w-full pl-7 text-sm"
        onChange={(event) => {
          if (event.target.value === '' && asked.text !== null) go({ ...asked, text: null });
        }}
      />
    </form>
  );
}
