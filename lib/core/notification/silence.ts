// Paging is out when the signs that it works, which come round by themselves, have not come for longer than they may take.
import { type Instant, MINUTE, SECOND } from '../instant';

/** What has fallen silent: timers, which page; synthetic pages, which go the way of pages; or the database, which keeps both. */
export type Silence = 'timers' | 'pages' | 'database';

/** Paging as every screen shows it while it is out; `since` is when the last sign came. */
export interface PagingOut {
  since: Instant;
  silence: Silence;
}

/** Milliseconds since the last sign of each kind; null where none is awaited. */
export interface Signs {
  sinceBeatMs: number | null;
  sinceSyntheticMs: number | null;
}

/** A beat comes each minute. */
export const latestMs = 2 * MINUTE;
/** As long as a synthetic page may be on its way. */
const onItsWayMs = 90 * SECOND;

/** What is silent, where synthetic pages are sent every `everyMs` milliseconds, or not at all where that is 0; null while paging works. */
export function silenceOf({ sinceBeatMs, sinceSyntheticMs }: Signs, everyMs: number): 'timers' | 'pages' | null {
  if (sinceBeatMs !== null && sinceBeatMs > latestMs) return 'timers';
  if (everyMs > 0 && sinceSyntheticMs !== null && sinceSyntheticMs > everyMs + onItsWayMs) return 'pages';
  return null;
}

/** Why paging is out, as a sentence. */
export const silenceWords: Record<Silence, string> = {
  timers: 'The timers that page have stopped.',
  pages: 'A synthetic page, sent the way that pages go, did not come back.',
  database: 'The database does not answer.',
};

/** That paging is out, and why, as a sentence. */
export function outSentence({ since, silence }: PagingOut): string {
  return `Pages may not reach anybody since ${since.slice(0, 16)}Z. ${silenceWords[silence]}`;
}

/** A span as somebody says it: "7 min", "2 h 5 min"; less than a minute counts as one. */
export function outageSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
