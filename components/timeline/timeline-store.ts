// A timeline as one browser reads it: its window, what loads, and what arrived unseen.
import { type IncidentFact } from '@/lib/core/facts';
import { type TimelineFilter } from '@/lib/core/timeline/filter';
import {
  type TimelineCursor,
  type TimelineItem,
  type TimelinePage,
  type TimelinePlace,
} from '@/lib/core/timeline/page';
import { requestItems, requestTimeline } from './request-timeline';
import { type TimelineWindow, addNewer, addOlder, insertItems, missed, openWindow, takeIn } from './timeline-window';

export interface TimelineState {
  /** The address's query that `window` answers. */
  query: string;
  filter: TimelineFilter;
  window: TimelineWindow;
  /** The fact to bring into sight, once; `opened` counts openings, so that the same target can be asked for again. */
  target: number | null;
  opened: number;
  loading: 'nothing' | 'page' | 'older' | 'newer';
  failed: boolean;
  /** Facts that just arrived, whose mark is fading. */
  fresh: ReadonlySet<number>;
  /** Facts that arrived above what is being read. */
  unseen: number;
}

/** How long the mark of a new fact fades, in milliseconds. */
const fadingMs = 2_200;

export function createTimelineStore(number: number, query: string, filter: TimelineFilter, initial: TimelinePage) {
  const watchers = new Set<() => void>();
  let aborting = new AbortController();
  /** The topmost item in sight while the reader is away from the top, else null. */
  let reading: TimelineCursor | null = null;
  let state: TimelineState = {
    query,
    filter,
    window: openWindow(initial),
    target: initial.target,
    opened: 0,
    loading: 'nothing',
    failed: false,
    fresh: new Set(),
    unseen: 0,
  };

  function set(change: Partial<TimelineState>) {
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  }

  /** Runs one request at a time; a newer opening calls off what is under way. */
  async function load(
    loading: TimelineState['loading'],
    work: (signal: AbortSignal) => Promise<Partial<TimelineState>>,
  ) {
    const { signal } = aborting;
    set({ loading, failed: false });
    try {
      const change = await work(signal);
      if (!signal.aborted) set({ ...change, loading: 'nothing' });
    } catch {
      if (!signal.aborted) set({ loading: 'nothing', failed: true });
    }
  }

  async function fetchWanted(seqs: number[]) {
    const items = await requestItems(number, seqs).catch((): TimelineItem[] => []);
    if (items.length > 0) set({ window: insertItems(state.window, items) });
  }

  function markFresh(added: readonly number[]) {
    if (added.length === 0) return;
    set({ fresh: new Set([...state.fresh, ...added]) });
    setTimeout(() => set({ fresh: new Set([...state.fresh].filter((seq) => !added.includes(seq))) }), fadingMs);
  }

  return {
    get: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    open: (next: string, wanted: TimelineFilter, place: TimelinePlace) => {
      aborting.abort();
      aborting = new AbortController();
      void load('page', async (signal) => {
        const page = await requestTimeline(number, wanted, place, signal);
        reading = null;
        const { target } = page;
        const opened = state.opened + 1;
        return { query: next, filter: wanted, window: openWindow(page), target, opened, unseen: 0 };
      });
    },
    older: () => {
      const { before } = state.window;
      if (!before || state.loading !== 'nothing' || state.failed) return;
      void load('older', async (signal) => {
        const page = await requestTimeline(number, state.filter, { before }, signal);
        return { window: addOlder(state.window, page) };
      });
    },
    newer: () => {
      const { after } = state.window;
      if (!after || state.loading !== 'nothing' || state.failed) return;
      void load('newer', async (signal) => {
        const page = await requestTimeline(number, state.filter, { after }, signal);
        return { window: addNewer(state.window, page) };
      });
    },
    /** Forgets a failure, so that scrolling on tries again. */
    retry: () => set({ failed: false }),
    /** Takes in the room's facts; `seq` is how far the room has come, by whatever way. */
    receive: (facts: readonly IncidentFact[], seq: number) => {
      const from = facts.findIndex((fact) => fact.seq > state.window.seq);
      const took = takeIn(state.window, state.filter, from < 0 ? [] : facts.slice(from));
      const window = took.window.seq < seq ? missed(took.window, seq) : took.window;
      if (window === state.window) return;
      const above = reading
        ? window.items.filter(({ fact, place }) => took.added.includes(fact.seq) && isAfter(place, fact.seq, reading))
        : [];
      set({ window, unseen: state.unseen + above.length });
      markFresh(took.added);
      if (took.wanted.length > 0) void fetchWanted(took.wanted);
    },
    /** Where the reader is: null at the top. */
    look: (at: TimelineCursor | null) => {
      reading = at;
      if (at === null && state.unseen > 0) set({ unseen: 0 });
    },
  };
}

export type TimelineStore = ReturnType<typeof createTimelineStore>;

function isAfter(place: string, seq: number, edge: TimelineCursor | null): boolean {
  return edge !== null && (place > edge.place || (place === edge.place && seq > edge.seq));
}
