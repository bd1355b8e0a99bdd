import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it, test } from 'vitest';
import { HOUR, type Instant, instantOf, msOf, plus } from '@/lib/core/instant';
import { writeCalendar } from './write-calendar';

const from: Instant = '2026-03-29T00:30:00.000Z';
const event = {
  uid: 'primary/2026-03-29@quarterdeck',
  from,
  to: plus(from, 8 * HOUR),
  summary: 'On call: Payments',
  description: 'By override: school play',
  url: 'https://qd.example/oncall/payments',
};
const calendar = { name: 'Bea’s shifts', at: from, events: [event], remindMinutes: 60 };

/** What an independent reader makes of a document. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const textOf = (name: string) => String(root.getFirstPropertyValue(name) ?? '');
  const events = root.getAllSubcomponents('vevent').map((each) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(each);
    const alarm = each.getFirstSubcomponent('valarm');
    return {
      uid,
      summary,
      description,
      from: startDate.toJSDate().toISOString(),
      to: endDate.toJSDate().toISOString(),
      zone: startDate.zone?.tzid,
      trigger: alarm?.getFirstPropertyValue('trigger')?.toString() ?? null,
      url: String(each.getFirstPropertyValue('url')),
    };
  });
  return { textOf, events };
}

it('is read by another library as it was meant, in UTC', () => {
  const { textOf, events } = read(writeCalendar(calendar));
  expect(events).toEqual([{ ...event, zone: 'UTC', trigger: '-PT1H' }]);
  expect(textOf('version')).toBe('2.0');
  expect(textOf('method')).toBe('PUBLISH');
  expect(textOf('refresh-interval')).toBe('PT1H');
  expect(textOf('x-wr-calname')).toBe('Bea’s shifts');
});

it('reminds of nothing when nothing is to be reminded of', () => {
  expect(read(writeCalendar({ ...calendar, remindMinutes: null })).events[0]?.trigger).toBeNull();
});

test('law: any names and any moments come back, in lines of 75 bytes ended by CRLF', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).filter((text) => !/\p{C}/u.test(text));
  const moments = fc.integer({
    min: msOf('2020-01-01T00:00:00.000Z') / 1000,
    max: msOf('2035-01-01T00:00:00.000Z') / 1000,
  });
  fc.assert(
    fc.property(words, words, moments, fc.integer({ min: 1, max: 1e6 }), (summary, uid, start, seconds) => {
      const [begins, ends] = [instantOf(start * 1000), instantOf((start + seconds) * 1000)];
      const text = writeCalendar({ ...calendar, events: [{ ...event, uid, summary, from: begins, to: ends }] });
      expect(read(text).events).toMatchObject([{ uid, summary, from: begins, to: ends }]);
      const lines = text.split('\r\n');
      expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    }),
  );
});
