import { RRuleTemporal } from 'rrule-temporal';
import { type Span } from '@/lib/core/oncall/layer';
import { type CalendarTime } from './calendar-time';
import { type ContentLine, Unreadable } from './content-lines';

const slow = /FREQ=(HOURLY|MINUTELY|SECONDLY)|BY(HOUR|MINUTE|SECOND)=/i;
/** Values that a rule may name: the days of a month and the months of a year are fewer. */
const mostValues = 64;

/** When an event that repeats by an RRULE begins within `within`, at most `most` times; what is whole days stays so. @throws Unreadable */
export function occurrencesOf(
  { line, value }: ContentLine,
  start: CalendarTime,
  within: Span,
  most: number,
): CalendarTime[] {
  if (slow.test(value)) throw new Unreadable(line, 'it repeats several times a day; days off do not.');
  if (value.split(',').length > mostValues) throw new Unreadable(line, 'it repeats by more days than can be read.');
  const wall = 'day' in start ? `${start.day}T00:00:00` : start.wall;
  const zone = 'day' in start ? 'UTC' : start.zone;
  const begins = `DTSTART;TZID=${zone}:${wall.replace(/[-:]/g, '')}`;
  // Whole days may end with a day, which says the same as its last moment.
  const rule = value.trim().replace(/UNTIL=(\d{8})(?=;|$)/i, 'UNTIL=$1T235959Z');
  try {
    const rrule = new RRuleTemporal({ rruleString: `${begins}\nRRULE:${rule}`, maxIterations: 100_000 });
    const found: CalendarTime[] = [];
    for (const at of rrule.between(new Date(within.from), new Date(within.to), true).slice(0, most)) {
      const time = at.toPlainDateTime().toString({ smallestUnit: 'second' });
      found.push('day' in start ? { day: time.slice(0, 10) } : { wall: time, zone });
    }
    return found;
  } catch (error) {
    throw new Unreadable(line, `how it repeats cannot be read: ${error instanceof Error ? error.message : 'RRULE'}`);
  }
}
