// What of a timeline is shown: asked for in the address, told to the database, and held against each live fact.
import { type IncidentFact, isKeyMoment } from '../facts';
import { searchTextOf } from '../search-text';
import { type TimelineGroup, groupOf, isTimelineGroup, timelineGroups } from './groups';

/** `moments` shows key moments and pins only, and stands alone: groups, person or text look through everything. */
export interface TimelineFilter {
  view: 'moments' | 'everything';
  groups: TimelineGroup[];
  /** Id of whoever did it. */
  person: string | null;
  text: string | null;
}

export const keyMomentsFilter: TimelineFilter = { view: 'moments', groups: [], person: null, text: null };
export const everythingFilter: TimelineFilter = { ...keyMomentsFilter, view: 'everything' };

const longestText = 200;

/** Reads the address's parameters `show`, `kind`, `by` and `q`; what is not understood is left out. */
export function parseTimelineFilter(read: (name: string) => string | null): TimelineFilter {
  const asked = (read('kind') ?? '').split(',').filter(isTimelineGroup);
  const groups = timelineGroups.filter((group) => asked.includes(group));
  const person = readWords(read('by'), 100);
  const text = readWords(read('q'), longestText);
  const narrowed = groups.length > 0 || person !== null || text !== null;
  const view = narrowed || read('show') === 'everything' ? 'everything' : 'moments';
  return { view, groups, person, text };
}

/** Words from an address, at most `most` characters; null when there are none. The database cannot hold the character 0. */
export function readWords(given: string | null, most: number): string | null {
  return given?.replaceAll('\0', '').trim().slice(0, most).trim() || null;
}

/** The address's parameters that ask for `filter`: null for those to leave out. The inverse of `parseTimelineFilter`. */
export function timelineParams(filter: TimelineFilter): Record<'show' | 'kind' | 'by' | 'q', string | null> {
  const { view, groups, person, text } = filter;
  const show = view === 'everything' && !isNarrowed(filter) ? 'everything' : null;
  return { show, kind: groups.join(',') || null, by: person, q: text };
}

/** Whether groups, a person or words narrow it. */
export function isNarrowed({ groups, person, text }: TimelineFilter): boolean {
  return groups.length > 0 || person !== null || text !== null;
}

/** Whether a fact belongs in view. Words are found as the database finds them: each one, at the beginning of a word. */
export function matchesFilter(filter: TimelineFilter, fact: IncidentFact, pinned: boolean): boolean {
  if (filter.view === 'moments') return pinned || isKeyMoment(fact.kind);
  if (filter.groups.length > 0 && !filter.groups.includes(groupOf(fact.kind))) return false;
  if (filter.person !== null && fact.actor.id !== filter.person) return false;
  return filter.text === null || containsWords(searchTextOf(fact) ?? '', filter.text);
}

function containsWords(text: string, wanted: string): boolean {
  const words = wordsOf(text);
  return wordsOf(wanted).every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
