import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { DAY } from '../instant';
import { dayAfter, dayAt, daysBetween, isDay, reached, weekdayOf } from './wall-clock';
import { offsetsAround } from './zone-offsets';

const zones = Intl.supportedValuesOf('timeZone');

/** The same asked of the library for this one moment. */
function reachedByLibrary(day: string, time: string, zone: string): number {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skipped = !later.toPlainDateTime().equals(wall);
  return ((skipped ? earlier.getTimeZoneTransition('next') : null) ?? earlier).epochMilliseconds;
}

function shownByLibrary(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function expectTheSame(day: string, time: string, zone: string): void {
  const ms = reached(day, time, zone);
  expect(ms, `${day} ${time} ${zone}`).toBe(reachedByLibrary(day, time, zone));
  expect(dayAt(ms, zone)).toBe(shownByLibrary(ms, zone));
}

it('reaches every time around every clock change of ten years when the library says so, in every zone', () => {
  const begins = Date.UTC(2020, 0, 1);
  for (const zone of zones) {
    const changes = [0, 1, 2, 3].flatMap((at) => offsetsAround(begins + at * 1_000 * DAY, zone).slice(1));
    for (const { from } of changes) {
      for (const time of ['00:00', '01:30', '02:00', '02:30']) expectTheSame(dayAt(from, zone), time, zone);
    }
  }
});

it('reaches any time of any day when the library says so', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => dayAfter('1970-01-01', days));
  fc.assert(
    fc.property(day, two(23), two(59), fc.constantFrom(...zones), (on, hour, minute, zone) =>
      expectTheSame(on, `${hour}:${minute}`, zone),
    ),
    { numRuns: 400 },
  );
});

it.each([
  ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
])('reaches what is skipped at the jump, and what is doubled at its first coming: %s %s %s', (zone, day, time, at) => {
  expect(new Date(reached(day, time, zone)).toISOString()).toBe(at);
});

it('counts days as calendars do', () => {
  const date = fc.integer({ min: -300_000, max: 300_000 });
  fc.assert(
    fc.property(date, fc.integer({ min: -4_000, max: 4_000 }), (days, more) => {
      const from = dayAfter('1970-01-01', days);
      const plain = Temporal.PlainDate.from(from);
      expect(dayAfter(from, more)).toBe(plain.add({ days: more }).toString());
      expect(daysBetween(from, dayAfter(from, more))).toBe(more);
      expect(weekdayOf(from)).toBe(plain.dayOfWeek);
    }),
  );
  const texts = ['2026-02-29', '2024-02-29', '2026-13-01', '2026-00-10', '0999-01-01', '3000-01-01', '2026-1-1', ''];
  expect(texts.filter(isDay)).toEqual(['2024-02-29']);
});
