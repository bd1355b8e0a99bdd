'use client';

import { Ellipsis, FilePenLine, Link2, Pin, PinOff } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Menu, MenuItem } from '@/components/ui/menu';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { FactBody } from './fact-body';
import { FactIcon } from './fact-look';
import { bothTexts, clockText } from './moment-text';

/** What may be done with a fact. They do not change while a row lives, so rows need not be drawn anew. */
export interface RowActs {
  pin: (item: TimelineItem) => void;
  correct: (item: TimelineItem) => void;
  copyLink: (item: TimelineItem) => void;
  hrefOf: (item: TimelineItem) => string;
}

type TimelineRowProps = {
  item: TimelineItem;
  pinned: boolean;
  zone: string;
  /** The day's name, on the first row of a day. */
  day: string | null;
  /** Just arrived: slides in, its mark fades. */
  fresh: boolean;
  /** Asked for by the address. */
  wanted: boolean;
  mayAct: boolean;
  acts: RowActs;
};

/** One fact: when, what sort, and in words. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { item, pinned, zone, day, fresh, wanted, mayAct, acts } = props;
  const { fact, place } = item;
  const at = Date.parse(place);
  return (
    <>
      {day && <p className="tnum pt-4 pb-1 pl-3 text-xs font-medium text-muted">{day}</p>}
      <div
        className={cx(
          'group grid grid-cols-[2.75rem_1rem_minmax(0,1fr)_auto] gap-x-2.5 border-l-2 px-3 py-1.5',
          wanted ? 'border-accent bg-accent-wash/60' : pinned ? 'border-accent' : 'border-transparent',
          fresh && 'animate-arrive',
        )}
      >
        <a
          href={acts.hrefOf(item)}
          data-tip={bothTexts(at, zone)}
          className="tnum h-fit rounded-sm text-muted hover:text-ink max-md:text-xs max-md:leading-6"
        >
          <time dateTime={place}>{clockText(at, zone)}</time>
        </a>
        <span className="pt-0.5">
          <FactIcon fact={fact} />
        </span>
        <Arrival fresh={fresh}>
          <FactBody item={item} />
        </Arrival>
        <div className="flex items-start gap-1">
          {pinned && (
            <span className="inline-flex h-6 items-center" data-tip="Pinned">
              <Pin className="size-3.5 fill-accent text-accent" aria-label="Pinned" />
            </span>
          )}
          <RowMenu item={item} pinned={pinned} mayAct={mayAct} acts={acts} />
        </div>
      </div>
    </>
  );
});

function Arrival({ fresh, children }: { fresh: boolean; children: ReactNode }) {
  return <div className={cx('min-w-0', fresh && 'animate-rise')}>{children}</div>;
}

function RowMenu({ item, pinned, mayAct, acts }: Pick<TimelineRowProps, 'item' | 'pinned' | 'mayAct' | 'acts'>) {
  const { kind } = item.fact;
  const markable = kind !== 'fact.pinned' && kind !== 'fact.unpinned' && kind !== 'note.corrected';
  return (
    <Menu
      label="This fact"
      align="end"
      trigger={
        <button
          type="button"
          data-row-menu
          aria-label="What to do with this fact"
          className="flex size-6 items-center justify-center rounded-sm text-faint hover:bg-raised hover:text-ink data-[state=open]:bg-raised data-[state=open]:text-ink max-md:-my-1.5 max-md:size-11"
        >
          <Ellipsis className="size-4" aria-hidden="true" />
        </button>
      }
    >
      {mayAct && markable && (
        <MenuItem icon={pinned ? <PinOff /> : <Pin />} onSelect={() => acts.pin(item)}>
          {pinned ? 'Unpin' : 'Pin'}
        </MenuItem>
      )}
      {mayAct && kind === 'note.added' && (
        <MenuItem icon={<FilePenLine />} onSelect={() => acts.correct(item)}>
          Correct
        </MenuItem>
      )}
      <MenuItem icon={<Link2 />} onSelect={() => acts.copyLink(item)}>
        Copy link
      </MenuItem>
    </Menu>
  );
}
