import { type ActorRef, refOf } from './access/actor';
import { type AdministrationFacts } from './facts/administration';
import { type IncidentFacts } from './facts/incident';
import { type Instant } from './instant';

/** Every fact that can happen, by kind (`noun.past-tense`), with what is kept of it. */
export interface FactData extends IncidentFacts, AdministrationFacts {}

export type FactKind = keyof FactData;
export type IncidentFactKind = keyof IncidentFacts;
export type AdministrationFactKind = keyof AdministrationFacts;

/** One thing that happened, recorded once. `seq` counts up from 1 without a gap within `stream` (`incident:42`). */
export interface FactOf<K extends FactKind> {
  stream: string;
  seq: number;
  kind: K;
  data: FactData[K];
  actor: ActorRef;
  /** When it happened; earlier than `recordedAt` for what was added after the fact. */
  at: Instant;
  recordedAt: Instant;
}

export type Fact = { [K in FactKind]: FactOf<K> }[FactKind];
export type IncidentFact = { [K in IncidentFactKind]: FactOf<K> }[IncidentFactKind];
export type AdministrationFact = { [K in AdministrationFactKind]: FactOf<K> }[AdministrationFactKind];

/** What a decision yields; `record` gives it its place. `by` names another actor than the one deciding. */
export interface NewFactOf<K extends FactKind> {
  kind: K;
  data: FactData[K];
  at?: Instant;
  by?: ActorRef;
}
export type NewFact = { [K in FactKind]: NewFactOf<K> }[FactKind];
export type NewIncidentFact = { [K in IncidentFactKind]: NewFactOf<K> }[IncidentFactKind];
export type NewAdministrationFact = { [K in AdministrationFactKind]: NewFactOf<K> }[AdministrationFactKind];

/** Numbers new facts after `seq` and stamps who and when. */
export function record<N extends NewFact>(
  facts: readonly N[],
  place: { stream: string; seq: number; actor: ActorRef; now: Instant },
): Extract<Fact, { kind: N['kind'] }>[] {
  return facts.map((fact, index) => ({
    stream: place.stream,
    seq: place.seq + index + 1,
    kind: fact.kind,
    data: fact.data,
    actor: refOf(fact.by ?? place.actor),
    at: fact.at ?? place.now,
    recordedAt: place.now,
  })) as Extract<Fact, { kind: N['kind'] }>[];
}

export function incidentStream(number: number): string {
  return `incident:${number}`;
}

/** Kinds shown on a timeline before anyone asks for everything. */
export const keyMoments: readonly IncidentFactKind[] = [
  'incident.declared',
  'update.posted',
  'phase.changed',
  'severity.changed',
  'command.overdue',
  'commander.away',
  'role.taken',
  'role.assigned',
  'role.released',
  'role.relieved',
  'handover.accepted',
  'decision.recorded',
  'cadence.overdue',
  'incident.merged',
  'incident.absorbed',
  'help.asked',
  'page.acknowledged',
  'page.unanswered',
  'page.silent',
  'vendor.contacted',
  'vendor.answered',
];

export function isKeyMoment(kind: FactKind): boolean {
  return (keyMoments as readonly FactKind[]).includes(kind);
}
