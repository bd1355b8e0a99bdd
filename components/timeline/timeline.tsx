'use client';

import { ArrowUp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { useNow, useZone } from '@/components/ui/server-clock';
import { useFetched } from '@/components/ui/use-fetched';
import { mayAct } from '@/lib/core/access/may';
import { sentenceOf } from '@/lib/core/incident/sentence';
import { type TimelineFilter } from '@/lib/core/timeline/filter';
import { type TimelineItem, type TimelinePage } from '@/lib/core/timeline/page';
import { FactVerbs } from './fact-verbs';
import { FilterBar } from './filter-bar';
import { type NoteItem, guessedHeight } from './item';
import { dayText } from './moment-text';
import { Announcement, Foot } from './timeline-foot';
import { TimelineRow } from './timeline-row';
import { useEdges, useOpening, useReadingPlace, useRowKeys } from './use-reading';
import { useRowActs } from './use-row-acts';
import { useRows } from './use-rows';
import { useTimeline } from './use-timeline';

const loadCorrect = () => import('./correct-dialog').then((module) => module.CorrectDialog);
const CorrectDialog = dynamic(loadCorrect, { ssr: false });
const loadTold = () => import('../told/told-dialog').then((module) => module.ToldDialog);
const ToldDialog = dynamic(loadTold, { ssr: false });

type TimelineProps = {
  initial: TimelinePage;
  filter: TimelineFilter;
  /** A button at the right end of its heading. */
  action?: ReactNode;
};

/** The facts of the room around it, newest on top, however many there are. It fills its place and scrolls there; on a phone, with the page. */
export function Timeline({ initial, filter, action }: TimelineProps) {
  const { me, incident } = useRoom();
  const reading = useTimeline(initial, filter);
  const { window: held, fresh, target, opened, loading } = reading;
  const items = useMemo(() => held.items.toReversed(), [held.items]);
  const pins = useMemo(() => new Set(incident.pins), [incident.pins]);
  const zone = useZone();
  const today = dayText(useNow(60_000), zone);
  const [walked, setWalked] = useState<number | null>(null);
  const [correcting, setCorrecting] = useState<NoteItem | null>(null);
  const fetched = useFetched(correcting && loadCorrect, () => setCorrecting(null));
  const [asking, setAsking] = useState<TimelineItem | null>(null);
  const arrived = useFetched(asking && loadTold, () => setAsking(null));

  const list = useRef<HTMLOListElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const keyOf = useCallback((index: number) => items[index]?.fact.seq ?? index, [items]);
  const heightOf = useCallback((index: number) => guessedHeight(items[index]), [items]);
  const { rows, margin, away } = useRows({ count: items.length, keyOf, heightOf, list, scroller });
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn[0], drawn.at(-1)];

  useEdges(reading, items.length, first?.index, last?.index);
  useReadingPlace(reading, away, items[rows.getVirtualItemForOffset(rows.scrollOffset ?? 0)?.index ?? 0]);

  useOpening(opened, () => {
    const index = target === null ? -1 : items.findIndex((item) => item.fact.seq === target);
    if (index >= 0) rows.scrollToIndex(index, { align: 'center' });
    else if (opened > 0) rows.scrollToOffset(Math.min(margin, rows.scrollOffset ?? 0));
  });
  const acts = useRowActs(reading, pins, { onCorrect: setCorrecting, onTold: setAsking });
  useRowKeys(list, rows, items.length);
  const unseen = reading.unseen + held.beyond;
  const chosen = items.find(({ fact }) => fact.seq === walked) ?? items[0];

  return (
    <section aria-label="Timeline" className="flex min-h-0 min-w-0 flex-col md:h-full">
      <FilterBar reading={reading} action={action} />
      <div className="relative flex min-h-0 flex-1 flex-col border-t">
        {unseen > 0 && (
          <div className="pointer-events-none sticky top-14 z-10 flex h-0 justify-center md:absolute md:inset-x-0 md:top-2">
            <Button
              tone="primary"
              size="sm"
              icon={<ArrowUp />}
              className="pointer-events-auto animate-rise shadow-float"
              onClick={() => (held.after ? reading.go(reading.asked) : rows.scrollToOffset(0))}
            >
              {unseen} new
            </Button>
          </div>
        )}
        <div
          ref={scroller}
          className={cx(
            'min-h-0 flex-1 [overflow-anchor:none] md:overflow-y-auto md:overscroll-contain',
            loading === 'page' && 'opacity-60 transition-opacity delay-150',
          )}
          aria-busy={loading === 'page'}
        >
          {items.length === 0 && loading === 'nothing' ? (
            <p className="measure px-4 py-6 md:px-6 text-muted">
              {reading.filter.view === 'moments' ? 'No key moments yet.' : 'Nothing here matches.'}
            </p>
          ) : (
            <ol
              ref={list}
              onFocus={({ target: row }) => setWalked(Number(row.closest<HTMLElement>('[data-seq]')?.dataset.seq))}
              style={{
                paddingTop: (first?.start ?? margin) - margin,
                paddingBottom: Math.max(0, rows.getTotalSize() - ((last?.end ?? margin) - margin)),
              }}
            >
              {drawn.map(({ index, key }) => {
                const item = items[index];
                if (!item) return null;
                const day = dayText(Date.parse(item.place), zone);
                const above = items[index - 1];
                const before = above ? dayText(Date.parse(above.place), zone) : today;
                return (
                  <li key={key} data-index={index} data-seq={item.fact.seq} ref={rows.measureElement}>
                    <TimelineRow
                      item={item}
                      pinned={pins.has(item.fact.seq)}
                      zone={zone}
                      day={day === before ? null : day}
                      fresh={fresh.has(item.fact.seq)}
                      wanted={item.fact.seq === target}
                      mayAct={mayAct(me)}
                      acts={acts}
                    />
                  </li>
                );
              })}
            </ol>
          )}
          <Foot reading={reading} />
        </div>
      </div>
      {chosen && <FactVerbs item={chosen} pinned={pins.has(chosen.fact.seq)} acts={acts} />}
      <Announcement items={items} fresh={fresh} />
      {correcting && fetched && (
        <CorrectDialog item={correcting} open onOpenChange={(open) => setCorrecting(open ? correcting : null)} />
      )}
      {asking && arrived && (
        <ToldDialog
          seq={asking.fact.seq}
          words={sentenceOf(asking.fact)}
          open
          onOpenChange={(open) => setAsking(open ? asking : null)}
        />
      )}
    </section>
  );
}
