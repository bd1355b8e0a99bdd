import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it, test } from 'vitest';
import { DAY, msOf } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { readCalendar } from './read-calendar';
import { writeCalendar } from './write-calendar';

const reading = {
  zone: 'Europe/Berlin',
  from: '2026-01-01T00:00:00.000Z',
  to: '2028-01-01T00:00:00.000Z',
  unnamed: 'Holiday',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const read = (text: string) => readCalendar(bytes(text), reading);
const spans = async (...events: string[][]) => {
  const answer = await read(file(...events));
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer.map(({ from, to }) => `${from.slice(0, 16)} ${to.slice(0, 16)}`);
};

describe('what is read', () => {
  test.each<[string, string[], string[]]>([
    ['a day is a day of the zone', ['DTSTART;VALUE=DATE:20260403'], ['2026-04-02T22:00 2026-04-03T22:00']],
    [
      'days until a day',
      ['DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261208'],
      ['2026-12-02T23:00 2026-12-07T23:00'],
    ],
    [
      'the day on which clocks change has 23 hours',
      ['DTSTART;VALUE=DATE:20260329'],
      ['2026-03-28T23:00 2026-03-29T22:00'],
    ],
    ['UTC', ['DTSTART:20260403T120000Z', 'DURATION:PT90M'], ['2026-04-03T12:00 2026-04-03T13:30']],
    [
      'another zone',
      ['DTSTART;TZID=America/New_York:20260403T120000', 'DTEND;TZID=America/New_York:20260403T130000'],
      ['2026-04-03T16:00 2026-04-03T17:00'],
    ],
    [
      'a zone behind a path',
      ['DTSTART;TZID="/citadel.org/1/Europe/Paris":20260403T120000', 'DURATION:P1D'],
      ['2026-04-03T10:00 2026-04-04T10:00'],
    ],
    ['no zone', ['DTSTART:20260403T120000', 'DURATION:PT1H'], ['2026-04-03T10:00 2026-04-03T11:00']],
    [
      'every year',
      ['DTSTART;VALUE=DATE:20101225', 'RRULE:FREQ=YEARLY'],
      ['2026-12-24T23:00 2026-12-25T23:00', '2027-12-24T23:00 2027-12-25T23:00'],
    ],
    [
      'every week, on the wall through a clock change',
      ['DTSTART;TZID=Europe/Berlin:20260321T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'],
      ['2026-03-21T08:00 2026-03-21T09:00', '2026-03-28T08:00 2026-03-28T09:00'],
    ],
    [
      'but not on these',
      ['DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;UNTIL=20260119', 'EXDATE;VALUE=DATE:20260112'],
      ['2026-01-04T23:00 2026-01-05T23:00', '2026-01-18T23:00 2026-01-19T23:00'],
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await spans(lines)).toEqual(expected);
  });

  it('takes one that was moved out of those that repeat', async () => {
    const weekly = ['UID:a', 'DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY;COUNT=2'];
    const moved = ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20260112', 'DTSTART;VALUE=DATE:20260114'];
    expect(await spans(weekly, moved)).toEqual([
      '2026-01-04T23:00 2026-01-05T23:00',
      '2026-01-13T23:00 2026-01-14T23:00',
    ]);
  });

  it('unfolds names, leaves out what is cancelled, and ignores what is nested', async () => {
    const christmas = [
      'DTSTART;VALUE=DATE:20261225',
      'SUMMARY:Christmas\\, first',
      '  day',
      'BEGIN:VALARM',
      'SUMMARY:no',
      'END:VALARM',
    ];
    const off = ['DTSTART;VALUE=DATE:20261226', 'STATUS:CANCELLED'];
    expect(await read(file(christmas, off, ['DTSTART;VALUE=DATE:20261231']))).toMatchObject([
      { name: 'Christmas, first day' },
      { name: 'Holiday' },
    ]);
  });
});

describe('what is refused, in plain words and with its line', () => {
  test.each<[string, string, RegExp]>([
    ['no calendar', 'hello', /^Line 1: /],
    ['nothing', '', /^Line 1: an iCalendar file begins/],
    ['no events', file(), /no event between 2026-01-01 and 2028-01-01/],
    ['no beginning', file(['SUMMARY:x']), /^Line 3: this event has no DTSTART/],
    ['no date', file(['DTSTART:20261399']), /^Line 4: DTSTART is no date: 20261399/],
    ['a 30th of February', file(['DTSTART:20260230']), /^Line 4: /],
    ['an unknown zone', file(['DTSTART;TZID=Mars/Olympus:20260403T120000']), /^Line 4: the time zone Mars\/Olympus/],
    ['an end before the beginning', file(['DTSTART:20260403', 'DTEND:20260401']), /^Line 5: this event ends before/],
    ['a century off', file(['DTSTART:20260403', 'DTEND:21260401']), /^Line 5: this event lasts for more than a year/],
    ['no rule', file(['DTSTART:20260403', 'RRULE:FREQ=FOO']), /^Line 5: how it repeats cannot be read/],
    ['every minute', file(['DTSTART:20260403T000000Z', 'RRULE:FREQ=MINUTELY']), /^Line 5: it repeats several times/],
    [
      'every second of a day, by hours, minutes and seconds',
      file(['DTSTART:20260403', 'RRULE:FREQ=DAILY;BYHOUR=1,2;BYMINUTE=1,2;BYSECOND=1,2']),
      /^Line 5: it repeats several times/,
    ],
    [
      'hundreds of days of a year',
      file([
        'DTSTART:20260403',
        `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 365 }, (_, day) => day + 1).join(',')}`,
      ]),
      /^Line 5: it repeats by more days/,
    ],
    ['a line without a colon', file(['DTSTART']), /^Line 4: a colon is missing after DTSTART/],
    ['an end of nothing', file(['END:VALARM']), /^Line 4: END:VALARM ends nothing/],
    [
      'half a file',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260403\r\n',
      /^Line 3: the file ends before END:VEVENT/,
    ],
    [
      'too many days',
      file(...Array.from({ length: 4 }, () => ['DTSTART:20260101', 'RRULE:FREQ=DAILY'])),
      /more than 2,000/,
    ],
    ['a duration of nothing', file(['DTSTART:20260403', 'DURATION:P']), /^Line 5: DURATION is no length/],
  ])('%s', async (_, text, message) => {
    const answer = await read(text);
    expect(isRefusal(answer) && answer.message).toMatch(message);
  });

  it('refuses what is too large or no text', async () => {
    expect(await readCalendar(new Uint8Array(1_048_577), reading)).toMatchObject({ refusal: 'too-large' });
    expect(await readCalendar(new Uint8Array([0xff, 0xfe, 0x00]), reading)).toMatchObject({
      message: 'This file is not text in UTF-8.',
    });
  });

  /** Milliseconds that this took to read for each turn that others had meanwhile. */
  async function readBeside(text: string) {
    let turns = 1;
    const others = setInterval(() => (turns += 1), 1);
    const began = performance.now();
    const answer = await read(text);
    clearInterval(others);
    return { answer, waitMs: (performance.now() - began) / turns };
  }

  it('stops at thousands of times that repeat, and others have their turn meanwhile', async () => {
    const never = ['DTSTART:20200101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'];
    const { answer, waitMs } = await readBeside(file(...Array.from({ length: 8_000 }, () => never)));
    expect(answer).toMatchObject({
      refusal: 'too-large',
      message: expect.stringContaining('takes too long') as string,
    });
    expect(waitMs).toBeLessThan(150);
  });

  it('gives others their turn while it reads thousands of exceptions', async () => {
    const times = Array.from({ length: 50_000 }, (_, second) => `20260101T${String(second).padStart(6, '0')}`);
    const exceptions = times.filter((time) => /T[01]\d[0-5]\d[0-5]\d/.test(time)).join(',');
    const { waitMs } = await readBeside(file(['DTSTART:20260101', 'RRULE:FREQ=WEEKLY', `EXDATE:${exceptions}`]));
    expect(waitMs).toBeLessThan(150);
  });

  it('never breaks on anything', async () => {
    const parts = fc.constantFrom(
      'BEGIN:',
      'END:',
      'VEVENT',
      'VCALENDAR',
      'DTSTART',
      ';TZID=',
      'RRULE:FREQ=WEEKLY;',
      'BYDAY=',
      '\r\n',
      ' ',
      ':',
      '20260403',
      'T120000',
      'Z',
      '"',
      'INTERVAL=99999',
      'P1W',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(parts, fc.string({ maxLength: 5 })), { maxLength: 40 }), async (all) => {
        expect(isRefusal(await read(`BEGIN:VCALENDAR\r\n${all.join('')}`))).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

const rules = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  count: fc.integer({ min: 1, max: 12 }),
});
test('law: what repeats is expanded as an independent library does', async () => {
  const starts = fc.integer({ min: msOf(reading.from) / DAY, max: msOf('2026-12-31T00:00:00.000Z') / DAY });
  await fc.assert(
    fc.asyncProperty(rules, starts, async ({ freq, interval, count }, start) => {
      const day = new Date(start * DAY).toISOString().slice(0, 10).replaceAll('-', '');
      const lines = [`DTSTART;VALUE=DATE:${day}`, `RRULE:FREQ=${freq};INTERVAL=${interval};COUNT=${count}`];
      const root = new ICAL.Component(ICAL.parse(file(lines)) as unknown[]);
      const vevent = root.getFirstSubcomponent('vevent');
      if (!vevent) throw new Error('no event');
      const iterator = new ICAL.Event(vevent).iterator();
      const theirs: string[] = [];
      for (let next = iterator.next(); next; next = iterator.next()) theirs.push(next.toString());
      const answer = await readCalendar(bytes(file(lines)), { ...reading, zone: 'UTC' });
      const ours = isRefusal(answer) ? [] : answer.map(({ from }) => from.slice(0, 10));
      expect(ours).toEqual(theirs.filter((date) => date < reading.to.slice(0, 10)));
    }),
  );
});

it('reads what Quarterdeck itself writes', async () => {
  const event = {
    uid: 'a',
    from: '2026-05-01T10:00:00.000Z',
    to: '2026-05-01T11:00:00.000Z',
    summary: 'May, day',
    description: '',
    url: 'https://qd.example/',
  };
  const text = writeCalendar({ name: 'x', at: reading.from, events: [event], remindMinutes: 5 });
  expect(await read(text)).toEqual([{ name: 'May, day', from: event.from, to: event.to }]);
});
