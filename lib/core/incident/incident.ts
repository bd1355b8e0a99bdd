import { type ActorRef, type PersonRef } from '../access/actor';
import { type Page } from '../escalation/page';
import { type FactKind } from '../facts';
import { type Instant } from '../instant';
import { type VendorCase } from '../vendor/vendor-case';
import { type Severity, type SeverityPolicy } from '../severity/severity';
import { type Phase } from './phases';

export interface ServiceRef {
  id: string;
  name: string;
}

export interface RoleRef {
  key: string;
  name: string;
}

/** When the next word on the end comes: an absolute time, or unknown with the time of the next estimate. */
export type Estimate = { kind: 'at'; at: Instant } | { kind: 'unknown'; nextAt: Instant | null };

/** A status report's four fields. */
export interface FourFields {
  status: string;
  actions: string;
  next: string;
  estimate: Estimate;
}

/** The latest update. `human` is false for one posted by a token, which never resets the cadence. */
export interface Update extends FourFields {
  seq: number;
  at: Instant;
  by: ActorRef;
  human: boolean;
}

export interface Held {
  role: RoleRef;
  holder: PersonRef;
  since: Instant;
}

export interface Handover {
  id: string;
  role: RoleRef;
  from: PersonRef;
  to: PersonRef;
  brief: string;
  offeredAt: Instant;
  expiresAt: Instant;
}

export type TaskState = 'given' | 'understood' | 'back' | 'done' | 'cancelled';

/** A named, time-boxed piece of work. `back`: its time box ran out and it came back to both. */
export interface Task {
  id: string;
  title: string;
  assignee: PersonRef;
  assigner: ActorRef;
  state: TaskState;
  dueAt: Instant;
  readBack: string | null;
  result: string | null;
  endedAt: Instant | null;
}

export interface Objection {
  by: ActorRef;
  reason: string;
}

export interface Decision {
  id: string;
  text: string;
  by: ActorRef;
  proposedAt: Instant;
  closesAt: Instant;
  state: 'proposed' | 'recorded' | 'withdrawn';
  objections: Objection[];
}

export interface Subteam {
  id: string;
  name: string;
  lead: PersonRef;
  members: PersonRef[];
}

export type OverdueLevel = 'nudge' | 'room' | 'unowned';

/**
 * The update deadline. `dueAt` is null when none is owed; `base` is what it is counted from (the last human update,
 * or what made updates owed). `reached` is how far a missed deadline has been taken; `snoozed` says that the one snooze
 * was used. `suspended` is the deadline that stood when a lower severity asked for none. Shares and silences make the cadence score.
 */
export interface Cadence {
  base: Instant;
  dueAt: Instant | null;
  suspended: Instant | null;
  reached: 'due' | OverdueLevel | null;
  snoozed: boolean;
  noChangeRun: number;
  onTime: number;
  late: number;
  longestSilenceMs: number;
}

/** All that is true of an incident now. Replaying its facts through `evolve` gives exactly this. */
export interface Incident {
  number: number;
  seq: number;
  title: string;
  summary: string | null;
  severity: Severity;
  severityUnsure: boolean;
  phase: Phase;
  phaseSince: Instant;
  private: boolean;
  visibleTo: PersonRef[];
  services: ServiceRef[];
  policy: SeverityPolicy;
  startedAt: Instant;
  declaredAt: Instant;
  declaredBy: ActorRef;
  endedAt: Instant | null;
  /** Who ended it; null while it is open. */
  endedBy: ActorRef | null;
  /** Every phase it has been in, as first reached. */
  been: Phase[];
  mergedInto: number | null;
  absorbed: number[];
  /** What the command clock is counted from: the declaration, or the latest reopening. */
  commandBase: Instant;
  /** When the command clock runs out; null once someone commands. */
  commandDueAt: Instant | null;
  commandOverdueAt: Instant | null;
  commanderAwaySince: Instant | null;
  /** When whom to page is to be settled, anew after a raise or a new service; null when it is. */
  pagingDueAt: Instant | null;
  pages: Page[];
  /** What there is with vendors, one each. */
  vendors: VendorCase[];
  roles: Record<string, Held>;
  handovers: Record<string, Handover>;
  responders: Record<string, PersonRef>;
  subteams: Subteam[];
  tasks: Task[];
  decisions: Decision[];
  update: Update | null;
  cadence: Cadence;
  pins: number[];
  counts: Partial<Record<FactKind, number>>;
}

export const commanderKey = 'commander';

export function commanderOf(incident: Incident): PersonRef | null {
  return incident.roles[commanderKey]?.holder ?? null;
}

/** Minutes between owed updates at the present severity, or null when none is owed. */
export function cadenceMinutesOf(incident: Pick<Incident, 'policy' | 'severity'>): number | null {
  return incident.policy.rules[incident.severity].cadenceMinutes;
}
