import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { HOUR, type Instant, MINUTE, SECOND } from '@/lib/core/instant';

/** A time in somebody's calendar. `uid` is its own for ever: what comes again with it replaces what was there. */
export interface CalendarEvent {
  uid: string;
  from: Instant;
  to: Instant;
  summary: string;
  description: string;
  url: string;
}

/** `remindMinutes` before each event a program may remind its reader; null for never. `at` is when this was true. */
export interface WrittenCalendar {
  name: string;
  at: Instant;
  events: readonly CalendarEvent[];
  remindMinutes: number | null;
}

/** How often programs are asked to look again, in milliseconds. */
const refreshMs = HOUR;

/** An iCalendar document (RFC 5545, RFC 7986), all times in UTC. */
export function writeCalendar({ name, at, events, remindMinutes }: WrittenCalendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'Quarterdeck', product: 'On call' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshMs / SECOND,
  });
  for (const { uid, from, to, summary, description, url } of events) {
    const event = calendar.createEvent({
      id: uid,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(at),
      summary,
      description,
      url,
    });
    if (remindMinutes === null) continue;
    const triggerBefore = (remindMinutes * MINUTE) / SECOND;
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: summary });
  }
  return calendar.toString();
}
