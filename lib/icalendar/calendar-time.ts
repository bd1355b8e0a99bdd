import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from '@/lib/core/access/person-input';
import { type Day, reached } from '@/lib/core/oncall/wall-clock';
import { type ContentLine, Unreadable } from './content-lines';

/** A whole day, or a moment at a time on the wall of a zone. */
export type CalendarTime = { day: Day } | { wall: string; zone: string };

/** The time that a DTSTART and its like name. A time without a zone is in `zone`. @throws Unreadable */
export function calendarTime({ line, name, params, value }: ContentLine, zone: string): CalendarTime {
  const [, year, month, date, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value.trim()) ?? [];
  const day = `${year}-${month}-${date}`;
  const time = hour === undefined ? '' : `T${hour}:${minute}:${second === '60' ? '59' : second}`;
  if (year === undefined || !isWall(`${day}${time}`) || year < '1000' || year > '2999') {
    throw new Unreadable(line, `${name} is no date: ${value.trim().slice(0, 40)}`);
  }
  if (time === '') return { day };
  return { wall: `${day}${time}`, zone: utc ? 'UTC' : zoneOf(params.get('TZID'), line, zone) };
}

/** Milliseconds since 1970; days begin when they do in `zone`. */
export function momentOf(time: CalendarTime, zone: string): number {
  if ('day' in time) return reached(time.day, '00:00', zone);
  const [day, clock] = time.wall.split('T');
  return reached(day ?? '', clock ?? '', time.zone);
}

/** Programs write IANA names, some behind a path of their own: `/citadel.org/20210210_1/Europe/Berlin`. */
function zoneOf(name: string | undefined, line: number, fallback: string): string {
  if (!name) return fallback;
  const parts = name.split('/').filter(Boolean);
  const found = [name, parts.slice(-2).join('/'), parts.slice(-3).join('/')].find(isTimeZone);
  if (!found)
    throw new Unreadable(
      line,
      `the time zone ${name.slice(0, 60)} is unknown here; IANA names are, such as Europe/Berlin.`,
    );
  return found;
}

function isWall(text: string): boolean {
  try {
    return Boolean(Temporal.PlainDateTime.from(text, { overflow: 'reject' }));
  } catch {
    return false;
  }
}

/** A DURATION, none below zero. @throws Unreadable */
export function durationOf({ line, value }: ContentLine): Temporal.Duration {
  const text = value.trim().replace(/^\+/, '');
  if (/^P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text) && text.length < 20) {
    return Temporal.Duration.from(text);
  }
  throw new Unreadable(line, `DURATION is no length of time: ${text.slice(0, 40)}`);
}
