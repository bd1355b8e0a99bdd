// Who is on call at a moment that somebody names on the wall of a schedule's zone.
import { type PersonRef } from '../access/actor';
import { type Instant } from '../instant';
import { wallAt } from './calendar';
import { type Duty, dutyAt } from './schedule';

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

/** `duties` are in order and without a hole, and end at `ends`. */
export function answerAt(duties: readonly Duty[], moment: Instant, zone: string, ends: Instant): AnswerAt {
  const duty = dutyAt(duties, moment);
  return {
    wall: wallAt(moment, zone),
    known: duty !== null,
    person: duty?.person ?? null,
    until: duty && duty.to < ends ? wallAt(duty.to, zone) : null,
  };
}
