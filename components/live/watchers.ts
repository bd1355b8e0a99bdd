import { type IncidentFact } from '@/lib/core/facts';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { type Present } from '@/lib/live/contract';

/** `offline`: the browser has no network, or the server will not have us (`refusal` says why). */
export type LiveStatus = 'connecting' | 'live' | 'reconnecting' | 'offline';

export interface RoomWatcher {
  /** The seq reached so far: joining continues after it. */
  after: () => number;
  facts: (facts: readonly IncidentFact[]) => void;
  present: (present: Present[]) => void;
  putOut: () => void;
}

export interface RoomLine {
  /** Asks for what was missed, over the open connection. */
  catchUp: () => void;
  report: (report: { looking: string; typing: boolean }) => void;
  leave: () => void;
}

export interface BoardWatcher {
  board: (summaries: IncidentSummary[]) => void;
  incident: (summary: IncidentSummary) => void;
  /** Access to this one ended. */
  putOut: (number: number) => void;
}
