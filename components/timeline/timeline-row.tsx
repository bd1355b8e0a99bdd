'use client';

import { Ellipsis, FilePenLine, Link2, Pin, PinOff, Send } from 'lucide-react';
import { memo, type ReactNode, useId, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Menu, MenuItem } from '@/components/ui/menu';
import { isKeyMoment } from '@/lib/core/facts';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { FactBody } from './fact-body';
import { FactIcon } from './fact-look';
import { isNote } from './item';
import { bothTexts, clockText } from './moment-text';

/** What may be done with a fact. They do not change while a row lives, so rows need not be drawn anew. */
export interface RowActs {
  pin: (item: TimelineItem) => void;
  correct: (item: TimelineItem) => void;
  copyLink: (item: TimelineItem) => void;
  /** Shows who was told of it, and how. */
  told: (item: TimelineItem) => void;
  hrefOf: (seq: number, key: boolean) => string;
  /** Leaps to another fact. */
  show: (seq: number, key: boolean) => void;
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
  const about = isMark(fact) ? fact.data.seq : null;
  const words = useId();
  return (
    <>
      {day && <p className="tnum px-4 pt-4 pb-1 text-xs md:px-6 font-medium text-muted">{day}</p>}
      <div
        className={cx(
          'group grid grid-cols-[2.75rem_1rem_minmax(0,1fr)_auto] gap-x-2.5 border-l-2 py-1.5 pr-4 pl-3.5 md:pr-5 md:pl-[1.375rem]',
          wanted ? 'border-accent bg-accent-wash/60' : pinned ? 'border-accent' : 'border-transparent',
          fresh && 'animate-arrive',
          'has-[[data-row-menu]:focus-visible]:outline-2 has-[[data-row-menu]:focus-visible]:-outline-offset-2 has-[[data-row-menu]:focus-visible]:outline-accent',
        )}
      >
        <FactLink
          seq={fact.seq}
          keyMoment={isKeyMoment(fact.kind)}
          acts={acts}
          tip={bothTexts(at, zone)}
          className="tnum h-fit rounded-sm text-muted hover:text-ink max-md:text-xs max-md:leading-6"
        >
          <time dateTime={place}>{clockText(at, zone)}</time>
        </FactLink>
        <span className="pt-0.5">
          <FactIcon fact={fact} />
        </span>
        <Arrival id={words} fresh={fresh} inline={about !== null}>
          <FactBody item={item} />
          {about !== null && (
            <FactLink
              seq={about}
              keyMoment={false}
              acts={acts}
              className="rounded-sm text-xs text-muted underline decoration-edge underline-offset-2 hover:text-ink"
            >
              Show it
            </FactLink>
          )}
        </Arrival>
        <div className="flex items-start gap-1">
          {pinned && (
            <span className="inline-flex h-6 items-center" data-tip="Pinned">
              <Pin className="size-3.5 fill-accent text-accent" aria-label="Pinned" />
            </span>
          )}
          <RowMenu item={item} pinned={pinned} mayAct={mayAct} acts={acts} words={words} />
        </div>
      </div>
    </>
  );
});

type Mark = Extract<TimelineItem['fact'], { kind: 'fact.pinned' | 'fact.unpinned' | 'note.corrected' }>;

/** Whether it is about another fact, so that it is not pinned itself. */
export function isMark(fact: TimelineItem['fact']): fact is Mark {
  return fact.kind === 'fact.pinned' || fact.kind === 'fact.unpinned' || fact.kind === 'note.corrected';
}

type FactLinkProps = {
  seq: number;
  keyMoment: boolean;
  acts: RowActs;
  tip?: string;
  className: string;
  children: ReactNode;
};

/** An address of a fact that leads there without loading the page again. */
function FactLink({ seq, keyMoment, acts, tip, className, children }: FactLinkProps) {
  return (
    <a
      href={acts.hrefOf(seq, keyMoment)}
      data-tip={tip}
      className={className}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        acts.show(seq, keyMoment);
      }}
    >
      {children}
    </a>
  );
}

type ArrivalProps = { id: string; fresh: boolean; inline: boolean; children: ReactNode };

function Arrival({ id, fresh, inline, children }: ArrivalProps) {
  return (
    <div id={id} className={cx('min-w-0', inline && 'flex flex-wrap items-baseline gap-x-2', fresh && 'animate-rise')}>
      {children}
    </div>
  );
}

type RowMenuProps = Pick<TimelineRowProps, 'item' | 'pinned' | 'mayAct' | 'acts'> & {
  /** The element that holds the fact's words. */
  words: string;
};

/** What one may do with a fact. Its button stands for the whole row: while it has the focus the row is ringed. */
function RowMenu({ item, pinned, mayAct, acts, words }: RowMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Menu
      label="This fact"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          data-row-menu
          aria-label="What to do with this fact"
          aria-describedby={words}
          onContextMenu={(event) => {
            event.preventDefault();
            setOpen(true);
          }}
          className="flex size-6 items-center justify-center rounded-sm text-faint outline-none hover:bg-raised hover:text-ink focus-visible:text-ink data-[state=open]:bg-raised data-[state=open]:text-ink max-md:-my-1.5 max-md:size-11"
        >
          <Ellipsis className="size-4" aria-hidden="true" />
        </button>
      }
    >
      {mayAct && !isMark(item.fact) && (
        <MenuItem icon={pinned ? <PinOff /> : <Pin />} onSelect={() => acts.pin(item)}>
          {pinned ? 'Unpin' : 'Pin'}
        </MenuItem>
      )}
      {mayAct && isNote(item) && (
        <MenuItem icon={<FilePenLine />} onSelect={() => acts.correct(item)}>
          Correct
        </MenuItem>
      )}
      <MenuItem icon={<Send />} onSelect={() => acts.told(item)}>
        Who was told
      </MenuItem>
      <MenuItem icon={<Link2 />} onSelect={() => acts.copyLink(item)}>
        Copy link
      </MenuItem>
    </Menu>
  );
}
