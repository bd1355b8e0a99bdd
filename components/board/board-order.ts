import { type IncidentSummary } from '@/lib/core/incident/summary';
import { severities } from '@/lib/core/severity/severity';

/** What is owed first stands on top; what owes nothing follows, the worst and then the newest first. */
export function byOwed(a: IncidentSummary, b: IncidentSummary): number {
  const [left, right] = [a.owed?.dueAt ?? '~', b.owed?.dueAt ?? '~'];
  if (left !== right) return left < right ? -1 : 1;
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.number - a.number;
}

/** The incident as it is now, unless what is known is newer; ended ones leave the board. */
export function withSummary(board: readonly IncidentSummary[], summary: IncidentSummary): IncidentSummary[] {
  const known = board.find(({ number }) => number === summary.number);
  if (known && known.seq > summary.seq) return [...board];
  const others = board.filter(({ number }) => number !== summary.number);
  if (!summary.open) return others;
  return known ? board.map((one) => (one === known ? summary : one)) : [...others, summary];
}

/**
 * The rows in the order to show. While `held` is the order of the numbers that somebody points at, rows stay where they are:
 * ended ones leave, new ones wait at the end.
 */
export function arranged(board: readonly IncidentSummary[], held: readonly number[] | null): IncidentSummary[] {
  const sorted = [...board].sort(byOwed);
  if (!held) return sorted;
  const place = new Map(held.map((number, at) => [number, at]));
  return sorted.sort((a, b) => (place.get(a.number) ?? held.length) - (place.get(b.number) ?? held.length));
}
