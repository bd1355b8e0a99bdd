// Where an incident is in its life, what it passed and what it skipped, and the next honest step: the same on every screen.
import { HOUR, type Instant, plus } from '../instant';
import { type Incident, commanderOf } from './incident';
import { type Phase, isOpen } from './phases';

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

/** A phase as what one says of an incident: it `lasts` ("for 3 min"), or it happened ("3 min ago"). */
export const phaseWords: Record<Phase, { words: string; lasts: boolean }> = {
  triage: { words: 'in triage', lasts: true },
  investigating: { words: 'investigating', lasts: true },
  identified: { words: 'cause identified', lasts: false },
  mitigating: { words: 'mitigating', lasts: true },
  monitoring: { words: 'monitoring', lasts: true },
  resolved: { words: 'resolved', lasts: false },
  closed: { words: 'closed', lasts: false },
  cancelled: { words: 'cancelled as a false alarm', lasts: false },
  merged: { words: 'merged', lasts: false },
};

export interface Life {
  stages: { stage: LifeStage; is: 'passed' | 'skipped' | 'now' | 'ahead' }[];
  /** One sentence; with `dueAt` it ends in that moment, which each screen says in its reader's zone. */
  next: string;
  dueAt: Instant | null;
}

/** Where the incident is in its life, and the next honest step. */
export function lifeOf(incident: Incident): Life {
  const at = lifeStages.indexOf(stageOf[incident.phase]);
  const stages = lifeStages.map((stage, index) => ({
    stage,
    is:
      index === at
        ? ('now' as const)
        : index > at
          ? ('ahead' as const)
          : wasIn(incident, stage)
            ? ('passed' as const)
            : ('skipped' as const),
  }));
  const dueAt = isOpen(incident.phase) ? null : postmortemDueAt(incident);
  return { stages, next: nextStep(incident, dueAt !== null), dueAt };
}

/** An update that went out is communication, whatever the phase was called then. */
function wasIn({ been, counts }: Incident, stage: LifeStage): boolean {
  if (stage === 'detect') return true;
  if (stage === 'communicate' && counts['update.posted']) return true;
  return been.some((phase) => stageOf[phase] === stage);
}

function nextStep(incident: Incident, postmortem: boolean): string {
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
      return postmortem
        ? 'Write down what happened while it is fresh; the postmortem is owed by'
        : 'Close it when nothing is left to do.';
    case 'closed':
      return postmortem ? 'Learn: turn this into fixes; the postmortem is owed by' : 'Nothing is owed.';
    case 'cancelled':
      return 'It was a false alarm. Nothing is owed.';
    case 'merged':
      return `Work goes on in INC-${incident.mergedInto ?? 0}.`;
    default:
      return incident.phase satisfies never;
  }
}

/** Whether the policy asks for a postmortem once an incident of this severity has been resolved. */
export function asksForPostmortem({ policy, severity }: Pick<Incident, 'policy' | 'severity'>): boolean {
  return policy.rules[severity].postmortemHours !== null;
}

/** When the postmortem is owed of an incident that was resolved; null while it is open, and where none is owed. */
function postmortemDueAt({ policy, severity, endedAt, phase }: Incident): Instant | null {
  const hours = policy.rules[severity].postmortemHours;
  if (endedAt === null || hours === null || (phase !== 'resolved' && phase !== 'closed')) return null;
  return plus(endedAt, hours * HOUR);
}
