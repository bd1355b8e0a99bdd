'use client';

import { CalendarClock, Download, ListFilter, Search, X } from 'lucide-react';
import Link from 'next/link';
import { useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { Button } from '@/components/ui/button';
import { Check } from '@/components/ui/check';
import { cx } from '@/components/ui/cx';
import { DateTimeField, SelectField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { exportFormats, type ExportFormat } from '@/lib/core/timeline/export-format';
import { type TimelineFilter, everythingFilter, isNarrowed, keyMomentsFilter } from '@/lib/core/timeline/filter';
import { mostCounted } from '@/lib/core/timeline/page';
import { type TimelineGroup, groupNames, kindsOf, timelineGroups } from '@/lib/core/timeline/groups';
import { fromWall, toWall } from './moment-text';
import { type TimelineReading } from './use-timeline';

type FilterBarProps = { reading: TimelineReading; action?: ReactNode };

/** What the timeline shows: its two views, what narrows it, a leap to a moment, and the whole of it as a file. */
export function FilterBar({ reading, action }: FilterBarProps) {
  const { asked } = reading;
  const narrowed = isNarrowed(asked);
  return (
    <div className="flex flex-col px-4 md:px-6">
      <div className="flex min-h-10 flex-wrap items-center gap-x-1 gap-y-1 max-md:min-h-12 max-md:pb-2">
        <h2 className="mr-2 text-sm font-semibold tracking-[-0.01em] max-md:sr-only">Timeline</h2>
        <View reading={reading} to={keyMomentsFilter} current={asked.view === 'moments'}>
          Key moments
        </View>
        <View reading={reading} to={everythingFilter} current={asked.view === 'everything' && !narrowed}>
          Everything
        </View>
        <span className="order-1 hidden w-full max-md:block" aria-hidden="true" />
        <WordField key={asked.text ?? ''} reading={reading} />
        <Hidden reading={reading} />
        <span className="-mr-1.5 ml-auto flex items-center max-md:order-none">
          <NarrowPopover reading={reading} />
          <LeapPopover reading={reading} />
          <ExportMenu />
          {action}
        </span>
      </div>
      {narrowed && <Chips reading={reading} />}
    </div>
  );
}

function textOf(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** How much the filter leaves out, where one looks when something seems to be missing. */
function Hidden({ reading }: { reading: TimelineReading }) {
  const { hidden } = reading.window;
  if (hidden === 0) return null;
  const text =
    hidden === null ? `over ${mostCounted.toLocaleString('en')} match` : `${hidden.toLocaleString('en')} hidden`;
  return <span className="tnum ml-2 text-xs text-muted max-md:order-2">{text}</span>;
}

/** Left alone by the page when a new tab or window is wanted. */
function isPlain(event: MouseEvent) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

type ViewProps = { reading: TimelineReading; to: TimelineFilter; current: boolean; children: ReactNode };

function View({ reading, to, current, children }: ViewProps) {
  return (
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
  );
}

function WordField({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  return (
    <form
      role="search"
      className="relative ml-1 w-40 min-w-0 shrink max-md:order-1 max-md:ml-0 max-md:flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        const text = textOf(event.currentTarget, 'q').trim();
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

function NarrowPopover({ reading }: { reading: TimelineReading }) {
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

function LeapPopover({ reading }: { reading: TimelineReading }) {
  const { asked, go } = reading;
  const { incident } = useRoom();
  const [open, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const leap = (at: string | null) => {
    if (at) go(asked, { at });
    else go(asked);
    setOpen(false);
  };
  return (
    <Popover
      label="Jump to a moment"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton size="sm" label="Jump to a moment" icon={<CalendarClock />} />}
    >
      <form
        ref={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const at = fromWall(textOf(event.currentTarget, 'at'));
          if (at) leap(at);
        }}
      >
        <DateTimeField label="Jump to" name="at" step={1} defaultValue={toWall(incident.declaredAt)} required />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" size="sm">
            Jump
          </Button>
          <Button size="sm" onClick={() => leap(incident.declaredAt)}>
            Declaration
          </Button>
          <Button size="sm" onClick={() => leap(null)}>
            Newest
          </Button>
        </div>
      </form>
    </Popover>
  );
}

function ExportMenu() {
  const { incident } = useRoom();
  return (
    <Menu
      label="Export the timeline"
      align="end"
      trigger={<IconButton size="sm" label="Export the whole timeline" icon={<Download />} />}
    >
      {(Object.keys(exportFormats) as ExportFormat[]).map((format) => (
        <MenuItem
          key={format}
          onSelect={() => window.location.assign(`/incidents/${incident.number}/export?format=${format}`)}
        >
          {exportFormats[format].name}
        </MenuItem>
      ))}
    </Menu>
  );
}

function Chips({ reading }: { reading: TimelineReading }) {
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
