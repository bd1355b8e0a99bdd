import { type ActorRef, type PersonRef } from '../access/actor';
import { type Instant } from '../instant';
import { type VendorRef } from '../vendor/vendor-case';
import { type Ending, type PolicyRef, type Step, type Target } from './escalation-policy';

/** How an acknowledgement came in. */
export type Via = 'app' | 'link' | 'sms' | 'voice';

/** One person called. `answer` null: not a word yet; `excused`: they may not answer any more. */
export interface Called {
  person: PersonRef;
  round: number;
  step: number;
  at: Instant;
  answer: 'acknowledged' | 'declined' | 'excused' | null;
}

/**
 * A call to people in order, until one acknowledges. `round` and `step` say what is called at `nextAt`, counted from 0; `nextAt` is
 * null when nothing more is. `silentAt`: when the acknowledger, not heard of since, counts as asleep again.
 */
export interface Page {
  id: string;
  about: string;
  by: ActorRef;
  policy: PolicyRef | null;
  steps: Step[];
  repeats: number;
  /** Absent on pages older than the choice: owners are called. */
  ending?: Ending;
  silentMinutes: number | null;
  state: 'calling' | 'unanswered' | 'acknowledged' | 'ended';
  startedAt: Instant;
  round: number;
  step: number;
  nextAt: Instant | null;
  called: Called[];
  acknowledgedBy: PersonRef | null;
  acknowledgedAt: Instant | null;
  silentAt: Instant | null;
  /** Who is on call now that the acknowledger's shift is over, and may take it over; nobody before that. */
  offeredOn: PersonRef[];
}

/** What can happen to a page, and what is kept of it; every one carries the page's id. */
export interface PageFacts {
  'page.started': {
    id: string;
    about: string;
    policy: PolicyRef | null;
    steps: Step[];
    repeats: number;
    ending?: Ending;
    /** Minutes after which an acknowledger of whom nothing is heard is called anew; null for never. */
    silentMinutes: number | null;
  };
  /** One step came due. `people` were called, `vendors` asked for help; `vacant` are targets that stood for nobody. */
  'page.called': {
    id: string;
    round: number;
    step: number;
    people: PersonRef[];
    vendors?: VendorRef[];
    vacant: Target[];
    lateMs: number;
  };
  /** A step that stood for nobody was passed over at once. */
  'page.skipped': { id: string; round: number; step: number; vacant: Target[] };
  /** `relieves`: who had acknowledged it before, and is off shift. */
  'page.acknowledged': { id: string; person: PersonRef; via: Via; relieves?: PersonRef };
  'page.declined': { id: string; person: PersonRef; via: Via; reason: string | null };
  /** These were called, or hold it and were not heard of since, and may not answer any more: observers now, deactivated or shut out. */
  'page.excused': { id: string; people: PersonRef[] };
  /** Every step was called, as often as the policy says, and nobody acknowledged. Without `ending`, owners were called. */
  'page.unanswered': { id: string; ending?: Ending; lateMs: number };
  /** The acknowledger was not heard of since: the steps begin anew. */
  'page.silent': { id: string; person: PersonRef; lateMs: number };
  'page.withdrawn': { id: string };
  /** The acknowledger went off shift: whoever is on call now may take it over. */
  'page.offered-on': { id: string; from: PersonRef; to: PersonRef[] };
}

export type PageFactKind = keyof PageFacts;
export type NewPageFact = { [K in PageFactKind]: { kind: K; data: PageFacts[K] } }[PageFactKind];
/** A page fact with who recorded it and when. */
export type PageFact = NewPageFact & { actor: ActorRef; at: Instant };
