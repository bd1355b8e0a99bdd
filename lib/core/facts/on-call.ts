import { type PersonRef } from '../access/actor';

type ScheduleRef = { id: string; name: string };
type Span = { from: string; to: string };

/** A shift that changes hands, perhaps for one in return. `to` null is anyone of the rota. */
interface Swapped {
  schedule: ScheduleRef;
  id: string;
  shift: Span;
  back: Span | null;
}

/** What happens to who is on call besides the schedule itself. Streams are `schedule:…`, and `person:…` for feeds and time off. */
export interface OnCallFacts {
  'override.added': { schedule: ScheduleRef; id: string; person: PersonRef } & Span;
  'override.removed': { schedule: ScheduleRef; id: string; person: PersonRef } & Span;
  'swap.offered': Swapped & { to: PersonRef | null };
  'swap.accepted': Swapped & { offerer: PersonRef; person: PersonRef };
  'swap.declined': Swapped & { offerer: PersonRef };
  'swap.withdrawn': Swapped;
  'holidays.imported': { schedule: ScheduleRef; count: number };
  'time-off.imported': { person: PersonRef; count: number };
  /** `schedule` null: the person's own shifts. */
  'calendar-feed.made': { person: PersonRef; schedule: ScheduleRef | null };
  'calendar-feed.revoked': { person: PersonRef; schedule: ScheduleRef | null };
}
