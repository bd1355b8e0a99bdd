// The public live contract: what a Socket.IO client may say and hear. Path `/live`.
import { type IncidentFact } from '../core/facts';
import { type Incident } from '../core/incident/incident';
import { type IncidentSummary } from '../core/incident/summary';
import { type Instant } from '../core/instant';
import { type NoticeView } from '../core/notice';
import { type PagingOut } from '../core/notification/silence';
import { type Present } from '../core/present';
import { type Refusal } from '../core/refusal';

export type { NoticeView, Present };

export const livePath = '/live';

/**
 * Most facts a join hands back at once, fewer than a line is cut off for were each as long as can be; a client further
 * behind joins again with the `seq` it reached.
 */
export const mostCaughtUp = 300;

export type JoinRequest = { incident: number; after?: number } | { board: true };
export type LeaveRequest = { incident: number } | { board: true };

/** Where in the room a person looks, and whether they are writing an update. */
export interface PresenceReport {
  incident: number;
  looking: string;
  typing: boolean;
}

type Refused = { ok: false } & Refusal;

/**
 * `facts` are those after `after` in order (none without `after`), `seq` is how far they go; `incident` is the state at its own `seq`.
 * The socket is in the room from then on. With `more` there are facts between `seq` and the next it will hear: join again
 * with `after: seq`.
 */
export type JoinAnswer =
  | {
      ok: true;
      incident: Incident;
      facts: IncidentFact[];
      seq: number;
      more: boolean;
      present: Present[];
      now: Instant;
    }
  | { ok: true; board: IncidentSummary[]; now: Instant }
  | Refused;
export type Answer = { ok: true } | Refused;

export interface ClientToServer {
  join: (request: JoinRequest, answer: (answer: JoinAnswer) => void) => void;
  leave: (request: LeaveRequest, answer: (answer: Answer) => void) => void;
  presence: (report: PresenceReport, answer?: (answer: Answer) => void) => void;
}

export interface ServerToClient {
  /** A fact of a joined incident, in the order of `seq`. */
  fact: (fact: IncidentFact) => void;
  /** An incident on the board as it is now. */
  incident: (summary: IncidentSummary) => void;
  presence: (presence: { incident: number; present: Present[] }) => void;
  /** A notice to the person signed in. */
  notice: (notice: NoticeView) => void;
  /** Something became of a message that an incident sent: ask again how its people were told. */
  deliveries: (changed: { incident: number }) => void;
  /** A page that called the person signed in, or their answer to it, has changed: ask again what calls them. */
  calls: () => void;
  /** Whether pages may not reach anybody, on connecting and whenever that changes. */
  paging: (paging: { out: PagingOut | null }) => void;
  /** Access to this incident ended: forget it. */
  'put-out': (room: { incident: number }) => void;
  /** The server's time, on connecting and whenever its clock moves. */
  clock: (clock: { now: Instant }) => void;
  /** A message that was not understood. */
  refused: (refusal: Refusal) => void;
}
