// Who is on call at a moment that somebody names on the wall of a schedule's zone.
import { type PersonRef } from '../access/actor';
import { type Instant } from '../instant';
import { wallAt } from './calendar';
import { stintsOf } from './outlook';
import { type Duty } from './schedule';

/**
 * `wall` is what the zone's clocks show at the moment. `known` false: nothing was written down for it; `person` null: nobody. `until`
 * is null where no change is in sight.
 */
export interface AnswerAt {
  wall: string;
  known: boolean;
  person: PersonRef | null;
  until: string | null;
}

/** `duties` are in order and without a hole; nothing is known from `ends` on. */
export function answerAt(duties: readonly Duty[], moment: Instant, zone: string, ends: Instant): AnswerAt {
  const stint = stintsOf(duties).find(({ from, to }) => from <= moment && moment < to);
  return {
    wall: wallAt(moment, zone),
    known: stint !== undefined,
    person: stint?.person ?? null,
    until: stint && stint.to < ends ? wallAt(stint.to, zone) : null,
  };
}
