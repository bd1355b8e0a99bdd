// What happened since the last update, as lines that a person could paste into the next one.
import { type IncidentFact, type IncidentFactKind } from '../facts';
import { type Digest } from '../facts/incident';
import { type Instant } from '../instant';
import { sentenceOf } from './sentence';

/** Kinds worth a line: results, choices and who is in charge; not the asking, typing and pinning around them. */
export const digestKinds: readonly IncidentFactKind[] = [
  'task.done',
  'task.came-back',
  'decision.recorded',
  'phase.changed',
  'severity.changed',
  'services.changed',
  'role.taken',
  'role.assigned',
  'role.released',
  'role.relieved',
  'handover.accepted',
  'commander.away',
  'help.asked',
  'page.unanswered',
  'vendor.answered',
  'vendor.given-up',
  'incident.absorbed',
];

/** Most lines a digest keeps, the latest ones: more is a timeline, not a digest. */
export const mostDigestLines = 12;

/** The digest of `facts`, oldest first, as recorded after `since`. A quiet quarter has no lines. */
export function digestOf(facts: readonly IncidentFact[], since: Instant): Digest {
  const lines = facts
    .filter(({ kind, recordedAt }) => digestKinds.includes(kind) && recordedAt >= since)
    .map((fact) => oneLine(sentenceOf(fact)));
  return { since, lines: lines.slice(-mostDigestLines) };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
