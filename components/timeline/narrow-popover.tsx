'use client';

import { ListFilter } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Check } from '@/components/ui/check';
import { SelectField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { type TimelineGroup, groupNames, kindsOf, timelineGroups } from '@/lib/core/timeline/groups';
import { type TimelineReading } from './use-timeline';

/** Narrows the timeline to kinds of facts and to one person. */
export function NarrowPopover({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  const { people, incident } = useRoom();
  const countOf = (group: TimelineGroup) =>
    kindsOf([group])
      .reduce((sum, kind) => sum + (incident.counts[kind] ?? 0), 0)
      .toLocaleString('en');
  const everyone = new Map(people.map(({ id, name }) => [id, name]));
  for (const { id, name } of Object.values(incident.responders)) everyone.set(id, name);
  return (
    <Popover
      label="Narrow the timeline"
      align="end"
      trigger={
        <IconButton
          size="sm"
          label="Filter by kind and person"
          icon={<ListFilter />}
          aria-pressed={asked.groups.length > 0 || asked.person !== null}
        />
      }
    >
      <fieldset className="flex flex-col gap-1.5">
        <legend className="pb-2 font-medium">Show only</legend>
        {timelineGroups.map((group) => (
          <Check
            key={group}
            name={group}
            label={
              <>
                {groupNames[group]} <span className="tnum ml-1 text-xs text-muted">{countOf(group)}</span>
              </>
            }
            checked={asked.groups.includes(group)}
            onChange={(event) => {
              const others = asked.groups.filter((each) => each !== group);
              go({ ...asked, view: 'everything', groups: event.target.checked ? [...others, group] : others });
            }}
          />
        ))}
      </fieldset>
      <SelectField
        label="Done by"
        name="by"
        className="mt-3"
        value={asked.person ?? ''}
        onChange={(event) => go({ ...asked, view: 'everything', person: event.target.value || null })}
      >
        <option value="">Anyone</option>
        <option value="quarterdeck">Quarterdeck itself</option>
        {[...everyone].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </Popover>
  );
}
