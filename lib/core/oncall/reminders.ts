// Who is to be reminded now that their shift begins soon: nobody who is on call already until then.
import { type PersonRef } from '../access/actor';
import { DAY, type Instant, MINUTE, plus } from '../instant';
import { stintsOf } from './outlook';
import { type Schedule, dutiesOf } from './schedule';

/** Minutes before a shift at which one may be reminded of it. */
export const reminderChoices = [15, 30, 60, 120, 240, 720, 1_440] as const;
export const furthestReminderMs = DAY;

/** Somebody's time on call begins at `from`, within the time in which they want to be reminded of it. */
export interface Reminder {
  schedule: { id: string; name: string; timeZone: string };
  person: PersonRef;
  from: Instant;
}

/** Whoever is to know by `now`. `minutesOf` says how long before; null for never. */
export function remindersDue(
  schedule: Schedule,
  minutesOf: (person: string) => number | null,
  now: Instant,
): Reminder[] {
  const { id, name, timeZone } = schedule;
  const stints = stintsOf(dutiesOf(schedule, now, plus(now, furthestReminderMs + 1)));
  return stints.flatMap(({ person, from }): Reminder[] => {
    const minutes = person && minutesOf(person.id);
    if (!person || minutes === null || from <= now || plus(from, -minutes * MINUTE) > now) return [];
    return [{ schedule: { id, name, timeZone }, person, from }];
  });
}
