import { DAY, type Instant, plus } from '../instant';
import { type Schedule } from './schedule';
import { type Turn, turnReachMs, turnsOf } from './turns';

/** How far a calendar feed reaches into the past and into the future. */
const behindMs = 30 * DAY;
const aheadMs = 90 * DAY;

/** The time that a feed read at `now` shows, and the time of which schedules must be loaded for it. */
export function feedSpan(now: Instant): {
  shown: { from: Instant; to: Instant };
  loaded: { from: Instant; to: Instant };
} {
  const [from, to] = [plus(now, -behindMs), plus(now, aheadMs)];
  return { shown: { from, to }, loaded: { from: plus(from, -turnReachMs), to: plus(to, turnReachMs) } };
}

/** A shift as a calendar shows it. */
export interface FeedEvent {
  uid: string;
  from: Instant;
  to: Instant;
  summary: string;
  description: string;
  path: string;
}

/** The shifts of one person in all of these schedules, by the name of each. */
export function eventsOfPerson(schedules: readonly Schedule[], personId: string, now: Instant): FeedEvent[] {
  return schedules.flatMap((schedule) =>
    shownTurns(schedule, now)
      .filter(({ person }) => person.id === personId)
      .map((turn) => eventOf(schedule, turn, `On call: ${schedule.name}`)),
  );
}

/** Everybody's shifts in one schedule, by the name of each person. */
export function eventsOfSchedule(schedule: Schedule, now: Instant): FeedEvent[] {
  return shownTurns(schedule, now).map((turn) =>
    eventOf(schedule, turn, `${turn.person.name} on call: ${schedule.name}`),
  );
}

function shownTurns(schedule: Schedule, now: Instant): Turn[] {
  const { from, to } = feedSpan(now).shown;
  return turnsOf(schedule, from, to);
}

function eventOf({ id, overrides }: Schedule, { key, from, to, override }: Turn, summary: string): FeedEvent {
  const found = overrides.find((each) => each.id === override);
  const why = found?.swap ? 'By swap' : 'By override';
  const description = found ? (found.reason ? `${why}: ${found.reason}` : why) : '';
  return { uid: `${id}/${key}@quarterdeck`, from, to, summary, description, path: `/oncall/${id}` };
}
