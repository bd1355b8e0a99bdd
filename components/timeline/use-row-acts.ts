'use client';

import { useCallback, useMemo } from 'react';
import { useRoom } from '@/components/live/room-context';
import { toast } from '@/components/ui/toast';
import { isKeyMoment } from '@/lib/core/facts';
import { isRefusal } from '@/lib/core/refusal';
import { everythingFilter, keyMomentsFilter } from '@/lib/core/timeline/filter';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { type NoteItem, isNote } from './item';
import { timelineQuery } from './request-timeline';
import { type RowActs } from './timeline-row';
import { type TimelineReading } from './use-timeline';

/** What rows may do: pin and unpin, correct, and hand out an address that leads back to the fact. */
export function useRowActs(
  { go }: TimelineReading,
  pins: ReadonlySet<number>,
  { onCorrect, onTold }: { onCorrect: (item: NoteItem) => void; onTold: (item: TimelineItem) => void },
): RowActs {
  const { act, incident } = useRoom();
  const { number } = incident;

  const hrefOf = useCallback(
    (seq: number, key: boolean) =>
      `/incidents/${number}?${timelineQuery(key ? keyMomentsFilter : everythingFilter, { fact: seq }).toString()}`,
    [number],
  );

  return useMemo(
    () => ({
      hrefOf,
      show: (seq, key) => go(key ? keyMomentsFilter : everythingFilter, { fact: seq }),
      pin: ({ fact }) => {
        const pinned = !pins.has(fact.seq);
        void act('pin-fact', { seq: fact.seq, pinned }).then((done) => {
          if (isRefusal(done)) toast.error(done.message);
        });
      },
      correct: (item) => {
        if (isNote(item)) onCorrect(item);
      },
      told: onTold,
      copyLink: (item) => {
        const address = new URL(hrefOf(item.fact.seq, isKeyMoment(item.fact.kind)), window.location.origin).href;
        navigator.clipboard.writeText(address).then(
          () => toast.done('Link copied'),
          () => toast('The browser does not allow copying', { detail: address }),
        );
      },
    }),
    [act, hrefOf, go, pins, onCorrect, onTold],
  );
}
