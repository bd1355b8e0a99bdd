// What is to be known of a schedule at a glance: who is on call now and how long, who is next, and where nobody is.
import { type PersonRef } from '../access/actor';
import { DAY, type Instant, plus } from '../instant';
import { type Duty, type Schedule, dutiesOf } from './schedule';

/** One person's time on call without a break, however it came about; `person` null is a gap. */
export interface Stint {
  from: Instant;
  to: Instant;
  person: PersonRef | null;
}

/** How far ahead gaps are looked for. */
export const outlookMs = 28 * DAY;

/** `until` is null when no change is in sight. `next` comes after the present stint, be it a gap. */
export interface Outlook {
  now: PersonRef | null;
  until: Instant | null;
  next: { person: PersonRef; from: Instant } | null;
  gaps: { from: Instant; to: Instant }[];
}

/** The four weeks from `now` on. */
export function outlookOf(schedule: Schedule, now: Instant): Outlook {
  const end = plus(now, outlookMs);
  const stints = stintsOf(dutiesOf(schedule, now, end));
  const [first, ...rest] = stints;
  const next = rest.find(({ person }) => person !== null);
  return {
    now: first?.person ?? null,
    until: first && first.to < end ? first.to : null,
    next: next?.person ? { person: next.person, from: next.from } : null,
    gaps: stints.filter(({ person }) => person === null).map(({ from, to }) => ({ from, to })),
  };
}

/** Duties with neighbours of the same person joined. */
export function stintsOf(duties: readonly Duty[]): Stint[] {
  const stints: Stint[] = [];
  for (const { from, to, person } of duties) {
    const before = stints.at(-1);
    if (before && before.person?.id === person?.id) before.to = to;
    else stints.push({ from, to, person });
  }
  return stints;
}
