'use client';

import { X } from 'lucide-react';
import { type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { everythingFilter } from '@/lib/core/timeline/filter';
import { groupNames } from '@/lib/core/timeline/groups';
import { type TimelineReading } from './use-timeline';

/** What narrows the timeline, each to be taken away. */
export function FilterChips({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  const { people } = useRoom();
  const { groups, person, text } = asked;
  const who =
    person === 'quarterdeck' ? 'Quarterdeck itself' : (people.find(({ id }) => id === person)?.name ?? person);
  return (
    <ul aria-label="What narrows the timeline" className="flex flex-wrap items-center gap-1.5 pb-2">
      {groups.map((group) => (
        <Chip key={group} onRemove={() => go({ ...asked, groups: groups.filter((each) => each !== group) })}>
          {groupNames[group]}
        </Chip>
      ))}
      {person && <Chip onRemove={() => go({ ...asked, person: null })}>by {who}</Chip>}
      {text && <Chip onRemove={() => go({ ...asked, text: null })}>“{text}”</Chip>}
      <li>
        <Button size="sm" tone="plain" onClick={() => go(everythingFilter)}>
          Clear
        </Button>
      </li>
    </ul>
  );
}

function Chip({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  return (
    <li className="flex h-6 items-center rounded-sm bg-raised pl-2 max-md:h-11">
      <span className="max-w-60 truncate">{children}</span>
      <button
        type="button"
        onClick={onRemove}
        aria-label="Remove this filter"
        className="flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink max-md:size-11"
      >
        <X className="size-3.5" aria-hidden="true" />
      </button>
    </li>
  );
}
