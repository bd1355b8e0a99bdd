// What is owed next, and by when: the one question every screen answers first.
import { HOUR, type Instant, plus } from '../instant';
import { type Incident, commanderOf } from './incident';
import { type Phase, isOpen } from './phases';

export type OwedKind = 'command' | 'update' | 'handover' | 'task' | 'decision';

/** `by` names who owes it, if somebody does. */
export interface Owed {
  kind: OwedKind;
  text: string;
  dueAt: Instant;
  by: string | null;
}

/** Everything owed, soonest first. */
export function owedBy(incident: Incident): Owed[] {
  const owed: Owed[] = incident.decisions
    .filter(({ state }) => state === 'proposed')
    .map(({ text, closesAt }) => ({ kind: 'decision', text: `objections to “${text}”`, dueAt: closesAt, by: null }));
  if (!isOpen(incident.phase)) return owed;
  if (incident.commandDueAt)
    owed.push({ kind: 'command', text: 'a commander', dueAt: incident.commandDueAt, by: null });
  if (incident.cadence.dueAt) {
    owed.push({
      kind: 'update',
      text: 'an update',
      dueAt: incident.cadence.dueAt,
      by: commanderOf(incident)?.name ?? null,
    });
  }
  for (const { role, to, expiresAt } of Object.values(incident.handovers)) {
    owed.push({ kind: 'handover', text: `an answer about ${role.name.toLowerCase()}`, dueAt: expiresAt, by: to.name });
  }
  for (const { title, dueAt, endedAt, assignee } of incident.tasks) {
    if (endedAt === null) owed.push({ kind: 'task', text: title, dueAt, by: assignee.name });
  }
  return owed.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** The life of an incident, the same on every screen. */
export const lifeStages = ['detect', 'triage', 'mitigate', 'communicate', 'resolve', 'learn'] as const;
export type LifeStage = (typeof lifeStages)[number];

const stageOf: Record<Phase, LifeStage> = {
  triage: 'triage',
  investigating: 'mitigate',
  identified: 'mitigate',
  mitigating: 'mitigate',
  monitoring: 'communicate',
  resolved: 'resolve',
  closed: 'learn',
  cancelled: 'learn',
  merged: 'learn',
};

/** Where the incident is in its life, and the next honest step in one sentence. */
export function lifeOf(incident: Incident): { stage: LifeStage; next: string } {
  return { stage: stageOf[incident.phase], next: nextStep(incident) };
}

function nextStep(incident: Incident): string {
  if (isOpen(incident.phase) && !commanderOf(incident)) return 'Take command, so that somebody decides.';
  if (incident.severityUnsure && isOpen(incident.phase)) return 'Settle how bad it is.';
  switch (incident.phase) {
    case 'triage':
      return 'Say what is broken and who is hurt, then investigate.';
    case 'investigating':
      return 'Find what changed; stop the harm first if you can.';
    case 'identified':
      return 'Choose the quickest safe way to stop the harm.';
    case 'mitigating':
      return 'Confirm that the harm has stopped, then monitor.';
    case 'monitoring':
      return 'Watch until you would sleep, tell everyone, then resolve.';
    case 'resolved':
      return postmortemOwed(incident)
        ? `Write down what happened while it is fresh; the postmortem is owed by ${postmortemDue(incident)}.`
        : 'Close it when nothing is left to do.';
    case 'closed':
      return postmortemOwed(incident)
        ? `Learn: the postmortem, owed by ${postmortemDue(incident)}, turns this night into fixes.`
        : 'Nothing is owed.';
    case 'cancelled':
      return 'It was a false alarm. Nothing is owed.';
    case 'merged':
      return `Work goes on in INC-${incident.mergedInto ?? 0}.`;
    default:
      return incident.phase satisfies never;
  }
}

/** The day and time in UTC by which the policy asks for the postmortem. */
function postmortemDue({ policy, severity, endedAt, declaredAt }: Incident): string {
  const hours = policy.rules[severity].postmortemHours ?? 0;
  return `${plus(endedAt ?? declaredAt, hours * HOUR)
    .slice(0, 16)
    .replace('T', ' ')} UTC`;
}

export function postmortemOwed(incident: Incident): boolean {
  return incident.policy.rules[incident.severity].postmortemHours !== null && incident.phase !== 'cancelled';
}
