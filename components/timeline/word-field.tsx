'use client';

import { textOf } from '@/components/submit/text-of';
import { SearchField } from '@/components/ui/search-field';
import { type TimelineReading } from './use-timeline';

/** Finds words in everything. */
export function WordField({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  return (
    <form
      role="search"
      className="ml-1 w-40 min-w-0 shrink max-md:ml-0 max-md:flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        const text = textOf(new FormData(event.currentTarget), 'q');
        go({ ...asked, view: 'everything', text: text || null });
      }}
    >
      <SearchField
        label="Find words in the timeline"
        placeholder="Find words"
        name="q"
        size="sm"
        defaultValue={asked.text ?? ''}
        onChange={(event) => {
          if (event.target.value === '' && asked.text !== null) go({ ...asked, text: null });
        }}
      />
    </form>
  );
}
