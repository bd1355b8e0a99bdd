import { type IncidentFact } from '@/lib/core/facts';
import { type Digest } from '@/lib/core/facts/incident';
import { evolve } from '@/lib/core/incident/evolve';
import { type Incident } from '@/lib/core/incident/incident';
import { type Present } from '@/lib/live/contract';

/** The room as this browser knows it. `facts` are those since the page was loaded, in order, each once. */
export interface RoomState {
  incident: Incident;
  facts: readonly IncidentFact[];
  present: readonly Present[];
  /** What happened since the last update, once it fell due. */
  digest: Digest | null;
  /** Access ended while the page was open. */
  putOut: boolean;
}

/** Applies facts in the order of their `seq`, however they arrive; a fact that came too early waits for those before it. */
export function createRoomStore(first: RoomState) {
  const watchers = new Set<() => void>();
  const early = new Map<number, IncidentFact>();
  let state = first;

  function set(change: Partial<RoomState>) {
    state = { ...state, ...change };
    for (const watcher of watchers) watcher();
  }

  return {
    get: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Takes facts in; answers whether some before them are still missing. */
    receive: (facts: readonly IncidentFact[]): boolean => {
      for (const fact of facts) if (fact.seq > state.incident.seq) early.set(fact.seq, fact);
      let { incident, digest } = state;
      const taken: IncidentFact[] = [];
      for (let next = early.get(incident.seq + 1); next; next = early.get(incident.seq + 1)) {
        early.delete(next.seq);
        incident = evolve(incident, next);
        taken.push(next);
        if (next.kind === 'cadence.due') digest = next.data.digest;
        else if (next.kind === 'update.posted' && next.data.human) digest = null;
      }
      if (taken.length > 0) set({ incident, digest, facts: [...state.facts, ...taken] });
      return early.size > 0;
    },
    /** A newer reading of the whole room, when the page was rendered again. */
    adopt: (newer: Pick<RoomState, 'incident' | 'digest'>) => {
      if (newer.incident.seq <= state.incident.seq) return;
      for (const seq of early.keys()) if (seq <= newer.incident.seq) early.delete(seq);
      set(newer);
    },
    present: (present: readonly Present[]) => set({ present }),
    putOut: () => set({ putOut: true }),
  };
}
