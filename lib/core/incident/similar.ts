// Two people see the same smoke and both declare: what is already open and sounds alike is offered before the second one posts.
import { type Instant } from '../instant';
import { type Severity } from '../severity/severity';
import { type ServiceRef } from './incident';
import { type Phase } from './phases';

export interface Likeness {
  number: number;
  title: string;
  severity: Severity;
  severityUnsure: boolean;
  phase: Phase;
  services: ServiceRef[];
  declaredAt: Instant;
  commander: string | null;
}

const tooCommon = new Set(
  'a an and are at be but by can cannot down error errors fail fails failing failed for from has have in into is issue issues it its not of on or our problem some the there to very was we with'.split(
    ' ',
  ),
);
/** Shared three-letter pieces, as a share of both words' pieces, from which two words count as one. */
const sameWord = 0.5;
/** Words compared of one title: every word is held against every other of every open incident. */
const mostWords = 20;
/** Below this an offer would be noise. */
const alikeFrom = 0.34;

/** The words that tell one title from another, lower case, without accents and marks. */
export function tellingWords(title: string): string[] {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [...new Set(words ?? [])].filter((word) => word.length > 1 && !tooCommon.has(word)).slice(0, mostWords);
}

/**
 * Open incidents that the draft may be a double of, likest first, at most `most`. Titles are compared word by word, forgiving
 * endings, typing errors and a last word still being typed; a shared service adds to it, and counts alone only when nothing is typed.
 */
export function likest<Known extends Pick<Likeness, 'title' | 'services' | 'declaredAt'>>(
  draft: { title: string; services: readonly string[] },
  open: readonly Known[],
  most = 3,
): Known[] {
  const wanted = tellingWords(draft.title);
  return open
    .map((known) => ({ known, likeness: likenessOf(wanted, draft.services, known) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness || (a.known.declaredAt < b.known.declaredAt ? 1 : -1))
    .slice(0, most)
    .map(({ known }) => known);
}

function likenessOf(
  wanted: readonly string[],
  services: readonly string[],
  known: { title: string; services: readonly ServiceRef[] },
): number {
  const shared = known.services.some(({ id }) => services.includes(id)) ? 0.35 : 0;
  if (wanted.length === 0) return shared;
  const told = [
    ...new Set([...tellingWords(known.title), ...known.services.flatMap(({ name }) => tellingWords(name))]),
  ];
  const met = wanted.reduce((sum, word, at) => sum + best(word, told, at === wanted.length - 1), 0);
  const spoken = met / Math.max(wanted.length, Math.min(2, told.length));
  return spoken === 0 ? 0.9 * shared : spoken + shared;
}

function best(word: string, told: readonly string[], last: boolean): number {
  return told.reduce((most, one) => {
    if (one === word) return 1;
    if (word.length >= 3 && (one.startsWith(word) || word.startsWith(one)) && (last || one.length >= 4))
      return Math.max(most, 0.8);
    const likeness = likenessOfWords(word, one);
    return likeness >= sameWord ? Math.max(most, likeness) : most;
  }, 0);
}

function likenessOfWords(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  const shared = [...left].filter((piece) => right.has(piece)).length;
  return (2 * shared) / (left.size + right.size);
}

function pieces(word: string): Set<string> {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
