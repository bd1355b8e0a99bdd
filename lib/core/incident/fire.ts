// A timer came due: what does it mean for the state as it is now? Nothing, if the reason for it is gone.
import { type PersonRef } from '../access/actor';
import { type Resolve, advance } from '../escalation/advance';
import { evolvePage } from '../escalation/evolve-page';
import { decideExcused } from '../escalation/excuse';
import { type Digest } from '../facts/incident';
import { type NewIncidentFact } from '../facts';
import { type Page } from '../escalation/page';
import { type Instant, MINUTE, SECOND, between, plus } from '../instant';
import { withVendorsAsked } from '../vendor/ask-by-policy';
import { nextCadenceStep, overdueLevel } from './cadence';
import { type Incident, commanderKey } from './incident';
import { isOpen } from './phases';
import { type ServicePolicy, decidePaging } from './paging';
import { type Spans, type Timer } from './timers';

/** Firing up to this much after its moment is in time; more is said on the fact as `lateMs`. */
const punctualMs = 2 * SECOND;

export interface Firing {
  now: Instant;
  spans: Spans;
  digest: Digest;
  /** When the commander was last in the room, or null for never. */
  commanderSeenAt: Instant | null;
  /** When whoever acknowledged the page was last in the room, or null for never. */
  acknowledgerSeenAt: Instant | null;
  /** The escalation policies of the incident's services, and what each target stands for now; of no use to other timers. */
  policies: readonly ServicePolicy[];
  resolve: Resolve;
  /** Whether whom the page waits for may still answer it. */
  mayAnswer: (personId: string) => boolean;
  /** A fresh id for each page that starts. */
  newId: () => string;
}

/** Facts to record; `again` asks to look again at that moment although nothing happened. */
export interface Fired {
  facts: NewIncidentFact[];
  again: Instant | null;
}

const nothing: Fired = { facts: [], again: null };

export function fire(incident: Incident, timer: Pick<Timer, 'kind' | 'subject'>, firing: Firing): Fired {
  const { now } = firing;
  switch (timer.kind) {
    case 'command': {
      const dueAt = incident.commandDueAt;
      if (!isOpen(incident.phase) || dueAt === null || dueAt > now || incident.commandOverdueAt) return nothing;
      return facts({ kind: 'command.overdue', data: { dueAt, lateMs: lateness(dueAt, now) } });
    }
    case 'cadence':
      return cadence(incident, firing);
    case 'handover': {
      const handover = incident.handovers[timer.subject];
      if (!handover || handover.expiresAt > now) return nothing;
      const { id, role, from, to } = handover;
      return facts({ kind: 'handover.expired', data: { id, role, from, to } });
    }
    case 'task': {
      const task = incident.tasks.find(({ id }) => id === timer.subject);
      if (!isOpen(incident.phase) || !task || task.dueAt > now) return nothing;
      if (task.state !== 'given' && task.state !== 'understood') return nothing;
      const { id, title, assignee, assigner, dueAt } = task;
      return facts({ kind: 'task.came-back', data: { id, title, assignee, assigner, lateMs: lateness(dueAt, now) } });
    }
    case 'decision': {
      const decision = incident.decisions.find(({ id }) => id === timer.subject);
      if (!decision || decision.state !== 'proposed' || decision.closesAt > now) return nothing;
      const { id, text, by, objections } = decision;
      return facts({ kind: 'decision.recorded', data: { id, text, by, objections } });
    }
    case 'paging':
      return { facts: withVendorsAsked(incident, decidePaging(incident, firing)), again: null };
    case 'page': {
      const page = incident.pages.find(({ id }) => id === timer.subject);
      if (!isOpen(incident.phase) || !page) return nothing;
      const excused = decideExcused(page, firing.mayAnswer);
      const left = excused.reduce((was, fact) => evolvePage(was, { ...fact, actor: was.by, at: now }) ?? was, page);
      const quietUntil = excused.length > 0 ? null : silenceEnds(page, firing.acknowledgerSeenAt);
      if (quietUntil !== null && quietUntil > now) return { facts: [], again: quietUntil };
      return { facts: withVendorsAsked(incident, [...excused, ...advance(left, now, firing.resolve)]), again: null };
    }
    case 'vendor-chase': {
      const chased = incident.vendors.find(({ vendor }) => vendor.id === timer.subject);
      const chaseAt = chased?.chaseAt ?? null;
      if (!isOpen(incident.phase) || !chased || chaseAt === null || chaseAt > now) return nothing;
      const { vendor, by, ticket } = chased;
      return facts({ kind: 'vendor.chase-due', data: { vendor, by, ticket, lateMs: lateness(chaseAt, now) } });
    }
    case 'commander-away':
      return commanderAway(incident, firing);
    default:
      return timer.kind satisfies never;
  }
}

/** When an acknowledger counts as silent, given that they sat in the room at `seenAt`; null where no silence is watched. */
function silenceEnds({ silentAt, acknowledgedAt, silentMinutes }: Page, seenAt: Instant | null): Instant | null {
  if (silentAt === null || silentMinutes === null) return null;
  return seenAt !== null && acknowledgedAt !== null && seenAt > acknowledgedAt
    ? plus(seenAt, silentMinutes * MINUTE)
    : silentAt;
}

function cadence(incident: Incident, { now, digest }: Firing): Fired {
  const { cadence } = incident;
  const step = nextCadenceStep(cadence);
  if (!isOpen(incident.phase) || cadence.dueAt === null || step === null || step > now) return nothing;
  const { dueAt } = cadence;
  const level = overdueLevel(cadence, now);
  const due: NewIncidentFact[] =
    cadence.reached === null ? [{ kind: 'cadence.due', data: { dueAt, lateMs: lateness(dueAt, now), digest } }] : [];
  const overdue: NewIncidentFact[] =
    level === null ? [] : [{ kind: 'cadence.overdue', data: { dueAt, level, lateMs: between(dueAt, now) } }];
  return { facts: [...due, ...overdue], again: null };
}

function commanderAway(incident: Incident, { now, spans, commanderSeenAt }: Firing): Fired {
  const commander = incident.roles[commanderKey];
  if (!isOpen(incident.phase) || !commander || incident.commanderAwaySince) return nothing;
  const lastSeenAt = commanderSeenAt !== null && commanderSeenAt > commander.since ? commanderSeenAt : commander.since;
  const awayAt = plus(lastSeenAt, spans.commanderAwayMs);
  if (awayAt > now) return { facts: [], again: awayAt };
  const person: PersonRef = commander.holder;
  return facts({ kind: 'commander.away', data: { person, lastSeenAt } });
}

function facts(...all: NewIncidentFact[]): Fired {
  return { facts: all, again: null };
}

function lateness(dueAt: Instant, now: Instant): number {
  const late = between(dueAt, now);
  return late > punctualMs ? late : 0;
}
