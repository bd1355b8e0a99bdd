'use client';

import { PartyPopper } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import type { CalendarDay } from '@/lib/core/oncall/calendar';
import { OverrideForm, type OverrideFormProps } from './override-form';
import { Stretches } from './stretches';
import { dayWords, longDayWords } from './wall-words';
import { Dialog } from '@/components/ui/dialog';

type CalendarProps = {
  view: 'week' | 'month';
  days: readonly CalendarDay[];
  today: string;
  /** Days of other months are quieter; null for a week. */
  month: string | null;
  /** What an override is written with; null for whoever may write none. */
  override: Omit<OverrideFormProps, 'from' | 'to' | 'close'> | null;
};

type Range = { first: number; last: number };
/** By how many days an arrow moves. */
const steps: Record<'week' | 'month', Record<string, number>> = {
  week: { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 },
  month: { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 },
};
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A week or a month of days. Dragging over days, Shift and an arrow from one, or the button of one, writes an override for them. */
export function Calendar({ view, days, today, month, override }: CalendarProps) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const [chosen, setChosen] = useState<Range | null>(null);
  const [marked, setMarked] = useState<{ from: number; to: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const dragging = drag !== null;
  const held = drag ?? marked;
  const range = held && { first: Math.min(held.from, held.to), last: Math.max(held.from, held.to) };

  useEffect(() => {
    if (!dragging) return;
    const letGo = () => {
      setDrag(null);
      setChosen(range);
    };
    window.addEventListener('pointerup', letGo);
    return () => window.removeEventListener('pointerup', letGo);
  });

  const left = useRef<number | null>(null);
  useEffect(() => {
    // The dialog has no trigger to give the focus back to: it returns to the day.
    const lost = chosen === null && left.current !== null && document.activeElement === document.body;
    if (lost) list.current?.children[left.current ?? 0]?.querySelector('button')?.focus({ preventScroll: true });
    left.current = chosen?.last ?? null;
  }, [chosen]);

  const choose = (index: number) => {
    const within = range !== null && index >= range.first && index <= range.last;
    setChosen(within ? range : { first: index, last: index });
    setMarked(null);
  };
  const mark = (event: KeyboardEvent, index: number) => {
    if (event.key === 'Escape') setMarked(null);
    const step = event.shiftKey ? (steps[view][event.key] ?? 0) : 0;
    const to = Math.min(Math.max(index + step, 0), days.length - 1);
    if (to === index) return;
    event.preventDefault();
    setMarked({ from: marked?.to === index ? marked.from : index, to });
    list.current?.children[to]?.querySelector('button')?.focus();
  };

  const [first, last] = chosen ? [days[chosen.first], days[chosen.last]] : [];
  return (
    <>
      {view === 'month' && (
        <div aria-hidden="true" className="grid grid-cols-7 border-b border-line pb-1 text-xs text-muted">
          {weekdays.map((name) => (
            <span key={name} className="pl-1.5">
              {name}
            </span>
          ))}
        </div>
      )}
      <ol
        ref={list}
        aria-label="Days"
        className={cx('grid select-none', view === 'month' ? 'grid-cols-7' : 'grid-cols-1')}
      >
        {days.map(({ day, stretches, holidays }, index) => (
          <li
            key={day}
            data-day={day}
            onPointerDown={(event) => {
              const begins = override && event.pointerType === 'mouse' && event.button === 0;
              if (!begins) return;
              setMarked(null);
              setDrag({ from: index, to: index });
            }}
            onPointerEnter={() => drag && setDrag({ ...drag, to: index })}
            className={cx(
              'border-b border-line',
              view === 'month'
                ? 'flex min-h-20 flex-col gap-1 border-r p-1 last:border-r-0 [&:nth-child(7n)]:border-r-0'
                : 'grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-3 py-1.5 md:grid-cols-[8rem_minmax(0,1fr)]',
              override && 'md:cursor-cell',
              range && index >= range.first && index <= range.last && 'bg-accent-wash',
            )}
          >
            <DayHead holidays={holidays} short={view === 'month'}>
              <DayName
                day={day}
                short={view === 'month'}
                today={day === today}
                quiet={month !== null && day.slice(0, 7) !== month}
                onChoose={override ? () => choose(index) : null}
                onKeyDown={(event) => mark(event, index)}
              />
            </DayHead>
            <Stretches
              stretches={stretches}
              look={view === 'week' ? 'full' : 'names'}
              className={view === 'month' ? 'h-8' : 'h-9'}
            />
          </li>
        ))}
      </ol>
      {override && first && last && (
        <Dialog open onOpenChange={() => setChosen(null)} title="Override" description={override.words}>
          <OverrideForm
            {...override}
            from={`${first.day}T00:00`}
            to={`${last.next}T00:00`}
            close={() => setChosen(null)}
          />
        </Dialog>
      )}
    </>
  );
}

/** A day's name, with what holiday it is below, or in a month beside it. */
function DayHead({ holidays, short, children }: { holidays: readonly string[]; short: boolean; children: ReactNode }) {
  if (holidays.length === 0) return children;
  const words = holidays.join(', ');
  return (
    <div className={cx('flex min-w-0', short ? 'items-center gap-1' : 'flex-col')}>
      {children}
      <span data-tip={words} className="inline-flex min-w-0 items-center gap-1 px-1.5 text-xs text-muted">
        <PartyPopper className="size-3 shrink-0" aria-hidden="true" />
        <span className={cx('truncate', short && 'max-md:sr-only')}>{words}</span>
      </span>
    </div>
  );
}

type DayNameProps = {
  day: string;
  short: boolean;
  today: boolean;
  quiet: boolean;
  onChoose: (() => void) | null;
  onKeyDown: (event: KeyboardEvent) => void;
};

function DayName({ day, short, today, quiet, onChoose, onKeyDown }: DayNameProps) {
  const look = cx(
    'tnum inline-flex min-h-6 items-center justify-self-start rounded-sm px-1.5 text-xs max-md:min-h-11',
    short && 'self-start',
    today ? 'bg-accent font-semibold text-on-accent' : quiet ? 'text-muted' : 'text-ink',
  );
  const words = short ? String(Number(day.slice(8))) : dayWords(day);
  if (!onChoose) return <span className={look}>{words}</span>;
  return (
    <button
      type="button"
      aria-label={`Override on ${short ? longDayWords(day) : words}${today ? ', today' : ''}`}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      className={cx(look, 'hover:underline')}
    >
      {words}
    </button>
  );
}
