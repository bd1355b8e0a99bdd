import { type Actor } from '@/lib/core/access/actor';
import { type Instant } from '@/lib/core/instant';
import { type FeedEvent, eventsOfPerson, eventsOfSchedule, feedSpan } from '@/lib/core/oncall/feed-events';
import { feedAt } from '@/lib/store/calendar-feeds';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';

export interface CalendarFeed {
  name: string;
  at: Instant;
  events: FeedEvent[];
  remindMinutes: number | null;
}

/** What the feed at this secret address shows now, or null when there is none. */
export async function readCalendarFeed(secret: string): Promise<CalendarFeed | null> {
  const feed = await feedAt(secret);
  if (!feed) return null;
  const at = await readClock();
  const { person, scheduleId } = feed;
  const { from, to } = feedSpan(at).loaded;
  const schedules = [...(await loadSchedules(database, scheduleId === null ? 'all' : [scheduleId], from, to)).values()];
  if (scheduleId === null) {
    const events = eventsOfPerson(schedules, person.id, at);
    return { name: `On call: ${person.name}`, at, events, remindMinutes: person.shiftReminder };
  }
  const [schedule] = schedules;
  if (!schedule) return null;
  return { name: `On call: ${schedule.name}`, at, events: eventsOfSchedule(schedule, at), remindMinutes: null };
}

/** What its owner may know of a feed: never its address again. */
export interface FeedMark {
  createdAt: Instant;
  readAt: Instant | null;
}

/** The actor's own feed of a schedule, or of their shifts where that is null; null when there is none. */
export async function readFeedMark(actor: Actor, scheduleId: string | null): Promise<FeedMark | null> {
  const row = await database.calendarFeed.findFirst({ where: { personId: actor.id, scheduleId } });
  return row && { createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null };
}
