import { type Instant } from '../instant';
import { type Language, type Reader } from './language';

/** Where a zone has a short name is a matter of region: English calls New York's EST in America and GMT-5 in Britain. */
const regions: Record<Language, readonly string[]> = {
  en: ['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN'],
  de: ['de', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN'],
  fr: ['fr', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN'],
  es: ['es', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IN'],
};

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { hourCycle: 'h23', ...options });
  formats.set(key, known);
  return known;
}

/** The short name of the reader's zone at that moment: `CET`, `MEZ`, or `GMT+5:30` where people have none. */
export function zoneName(at: Instant, { language, timeZone }: Reader): string {
  const names = regions[language].map(
    (locale) =>
      format(locale, { timeZone, timeZoneName: 'short' })
        .formatToParts(new Date(at))
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
  );
  return names.find((name) => !/^(GMT|UTC)[+\u2212-]/u.test(name)) ?? names[0] ?? timeZone;
}

/** `14:05 CET` */
export function clockWords(at: Instant, reader: Reader): string {
  const { language, timeZone } = reader;
  const time = format(regions[language][0] ?? language, { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${time.format(new Date(at))} ${zoneName(at, reader)}`;
}

/** `Mon, 23 Nov, 14:05 CET` */
export function dayAndClockWords(at: Instant, reader: Reader): string {
  return `${dayWords(at, reader)}, ${clockWords(at, reader)}`;
}

/** From when until when, with days: `Mon, 23 Nov, 09:00 CET – Tue, 24 Nov, 09:00 CET`. */
export function spanInWords({ from, to }: { from: Instant; to: Instant }, reader: Reader): string {
  return `${dayAndClockWords(from, reader)} – ${dayAndClockWords(to, reader)}`;
}

/** When it was, for whoever reads it at `readAt`: the day is said where it is another. */
export function momentWordsFor(at: Instant, readAt: Instant, reader: Reader): string {
  return dayWords(at, reader) === dayWords(readAt, reader) ? clockWords(at, reader) : dayAndClockWords(at, reader);
}

function dayWords(at: Instant, { language, timeZone }: Reader): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return format(regions[language][0] ?? language, { timeZone, ...day }).format(new Date(at));
}
