import { type PersonRef } from '../access/actor';
import { type IncidentFactKind } from '../facts';
import { type ServiceRef } from '../incident/incident';
import { type Phase } from '../incident/phases';
import { type Instant } from '../instant';
import { type Severity } from '../severity/severity';
import { type HistoryCursor } from './filter';

/** Where the words sought were found: `parts` is a quotation, `hit` marks the words themselves. */
export interface HistoryMatch {
  kind: IncidentFactKind;
  seq: number;
  parts: { text: string; hit: boolean }[];
}

export interface HistoryEntry {
  number: number;
  title: string;
  severity: Severity;
  severityUnsure: boolean;
  phase: Phase;
  open: boolean;
  private: boolean;
  commander: PersonRef | null;
  services: ServiceRef[];
  declaredAt: Instant;
  startedAt: Instant;
  endedAt: Instant | null;
  /** The status of its last update. */
  status: string | null;
  match: HistoryMatch | null;
}

/** Most incidents that are counted; more are told as "more than". */
export const mostCountedIncidents = 10_000;

/** `count` is one above `mostCountedIncidents` when there are more. `ranked`: best match first, and no further pages. */
export interface HistoryPage {
  entries: HistoryEntry[];
  count: number;
  older: HistoryCursor | null;
  ranked: boolean;
}
