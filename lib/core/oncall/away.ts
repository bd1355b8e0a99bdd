// Whoever is on call while they are away: nobody else is called in their place, so it is said until somebody takes it over.
import { type PersonRef } from '../access/actor';
import { type Instant, earlier, instantOf, later, msOf } from '../instant';
import { joined } from './layer';
import { stintsOf } from './outlook';
import { type Schedule, dutiesOf } from './schedule';

/** A time at which a person is away. */
export interface TimeOff {
  person: PersonRef;
  name: string;
  from: Instant;
  to: Instant;
}

/** A part of somebody's time on call at which they are away. Why is nobody's business but theirs. */
export interface Away {
  schedule: { id: string; name: string };
  person: PersonRef;
  from: Instant;
  to: Instant;
}

/** Where whoever is on call by these schedules is away between `from` and `to`, in order. */
export function awayOnCall(
  schedules: Iterable<Schedule>,
  timeOff: readonly TimeOff[],
  from: Instant,
  to: Instant,
): Away[] {
  const away: Away[] = [];
  for (const schedule of schedules) {
    const { id, name } = schedule;
    for (const stint of stintsOf(dutiesOf(schedule, from, to))) {
      const { person } = stint;
      if (!person) continue;
      const off = timeOff.filter(
        (each) => each.person.id === person.id && each.from < stint.to && each.to > stint.from,
      );
      for (const span of joined(off.map((each) => ({ from: msOf(each.from), to: msOf(each.to) })))) {
        const [begins, ends] = [later(instantOf(span.from), stint.from), earlier(instantOf(span.to), stint.to)];
        away.push({ schedule: { id, name }, person, from: begins, to: ends });
      }
    }
  }
  return away.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** What is wrong, without when. */
export function awaySentence({ schedule, person }: Away): string {
  return `${person.name} is on call in ${schedule.name} but away.`;
}
