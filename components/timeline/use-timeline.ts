'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useRoom } from '@/components/live/room-context';
import { type TimelineFilter } from '@/lib/core/timeline/filter';
import { type TimelinePage, type TimelinePlace, parseTimelineRequest } from '@/lib/core/timeline/page';
import { timelineQuery } from './request-timeline';
import { type TimelineState, createTimelineStore } from './timeline-store';

const own = ['show', 'kind', 'by', 'q', 'before', 'after', 'at', 'fact'];

export interface TimelineReading extends TimelineState {
  /** The filter that the address asks for; `filter` is the one that is shown. */
  asked: TimelineFilter;
  place: TimelinePlace;
  /** The address that shows this filter at this place. */
  hrefOf: (filter: TimelineFilter, place?: TimelinePlace) => string;
  go: (filter: TimelineFilter, place?: TimelinePlace) => void;
  older: () => void;
  newer: () => void;
  retry: () => void;
  look: (at: { place: string; seq: number } | null) => void;
}

/** The timeline of the room around the caller: what the address asks for, kept up to date by the room's facts. */
export function useTimeline(initial: TimelinePage, served: TimelineFilter): TimelineReading {
  const { incident, facts } = useRoom();
  const { number, seq } = incident;
  const search = useSearchParams();
  const asked = useMemo(() => parseTimelineRequest((name) => search.get(name)), [search]);
  const query = timelineQuery(asked.filter, asked.place).toString();
  const [store] = useState(() => createTimelineStore(number, query, served, initial));
  const state = useSyncExternalStore(store.watch, store.get, store.get);

  useEffect(() => {
    if (query !== store.get().query) store.open(query, asked.filter, asked.place);
  }, [store, query, asked]);
  useEffect(() => store.receive(facts, seq), [store, facts, seq]);

  const hrefOf = useCallback(
    (filter: TimelineFilter, place: TimelinePlace = 'newest') => {
      const params = new URLSearchParams(search);
      for (const name of own) params.delete(name);
      for (const [name, value] of timelineQuery(filter, place)) params.set(name, value);
      const text = params.toString();
      return `/incidents/${number}${text && `?${text}`}`;
    },
    [search, number],
  );
  const go = useCallback(
    (filter: TimelineFilter, place: TimelinePlace = 'newest') => {
      const href = hrefOf(filter, place);
      if (href !== window.location.pathname + window.location.search) window.history.pushState(null, '', href);
      else store.open(timelineQuery(filter, place).toString(), filter, place);
    },
    [hrefOf, store],
  );
  const { older, newer, retry, look } = store;
  return { ...state, asked: asked.filter, place: asked.place, hrefOf, go, older, newer, retry, look };
}
