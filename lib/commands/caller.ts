import { type Actor } from '@/lib/core/access/actor';
import { type Via } from '@/lib/core/escalation/page';
import { type IncidentFact } from '@/lib/core/facts';

export { parse } from '@/lib/core/parse';

/** Who asks. `requestKey` makes asking again harmless: the first answer is repeated. */
export interface Caller {
  actor: Actor;
  requestKey?: string | undefined;
  /** How an answer to a page came in; the app where it is not said. */
  via?: Via;
}

/** What an act made true: the facts in order, with the incident's number and the seq it has reached. */
export interface Done {
  number: number;
  seq: number;
  facts: IncidentFact[];
}
