// What must happen next, and when, follows from the state alone; so timers can be compared, replaced and checked by replay.
import { incidentStream } from '../facts';
import { type Instant, plus } from '../instant';
import { nextCadenceStep } from './cadence';
import { type Incident, commanderKey } from './incident';
import { isOpen } from './phases';

export type TimerKind =
  'command' | 'cadence' | 'handover' | 'task' | 'decision' | 'commander-away' | 'paging' | 'page' | 'vendor-chase';

/** `key` names one timer for ever: planning it again replaces it. `subject` is the id of what it is about. */
export interface Timer {
  key: string;
  stream: string;
  kind: TimerKind;
  subject: string;
  dueAt: Instant;
}

/** Spans that an installation sets, in milliseconds. */
export interface Spans {
  commanderAwayMs: number;
}

/** Every timer that this state calls for. */
export function timersOf(incident: Incident, spans: Spans): Timer[] {
  const stream = incidentStream(incident.number);
  const timers: Timer[] = [];
  const plan = (kind: TimerKind, subject: string, dueAt: Instant | null) => {
    if (dueAt !== null)
      timers.push({ key: `${stream}/${kind}${subject && `/${subject}`}`, stream, kind, subject, dueAt });
  };
  for (const decision of incident.decisions) {
    if (decision.state === 'proposed') plan('decision', decision.id, decision.closesAt);
  }
  if (!isOpen(incident.phase)) return timers;
  plan('command', '', incident.commandOverdueAt === null ? incident.commandDueAt : null);
  plan('cadence', '', nextCadenceStep(incident.cadence));
  plan('paging', '', incident.pagingDueAt);
  for (const page of incident.pages) plan('page', page.id, page.nextAt ?? page.silentAt);
  for (const handover of Object.values(incident.handovers)) plan('handover', handover.role.key, handover.expiresAt);
  for (const task of incident.tasks) {
    if (task.state === 'given' || task.state === 'understood') plan('task', task.id, task.dueAt);
  }
  for (const { vendor, chaseAt } of incident.vendors) plan('vendor-chase', vendor.id, chaseAt);
  const commander = incident.roles[commanderKey];
  if (commander && incident.commanderAwaySince === null) {
    plan('commander-away', '', plus(commander.since, spans.commanderAwayMs));
  }
  return timers;
}
