import { DAY } from '../instant';

export const phases = [
  'triage',
  'investigating',
  'identified',
  'mitigating',
  'monitoring',
  'resolved',
  'closed',
  'cancelled',
  'merged',
] as const;
export type Phase = (typeof phases)[number];

/** How long after its end an incident may be reopened, in milliseconds. */
export const reopenWindowMs = 7 * DAY;

type Move = 'free' | 'reason';

/** The one table of legal moves; `reason`: only with a reason said. Merging has an act of its own. */
export const moves: Record<Phase, Partial<Record<Phase, Move>>> = {
  triage: {
    investigating: 'free',
    identified: 'free',
    mitigating: 'free',
    monitoring: 'free',
    resolved: 'free',
    cancelled: 'reason',
  },
  investigating: {
    identified: 'free',
    mitigating: 'free',
    monitoring: 'free',
    resolved: 'free',
    cancelled: 'reason',
  },
  identified: {
    investigating: 'free',
    mitigating: 'free',
    monitoring: 'free',
    resolved: 'free',
    cancelled: 'reason',
  },
  mitigating: {
    investigating: 'free',
    identified: 'free',
    monitoring: 'free',
    resolved: 'free',
    cancelled: 'reason',
  },
  monitoring: { investigating: 'free', identified: 'free', mitigating: 'free', resolved: 'free', cancelled: 'reason' },
  resolved: { closed: 'free', investigating: 'reason', monitoring: 'reason' },
  closed: { investigating: 'reason' },
  cancelled: { investigating: 'reason' },
  merged: {},
};

/** Phases in which work goes on, so that command, updates and tasks are owed. */
export function isOpen(phase: Phase): boolean {
  return phase !== 'resolved' && phase !== 'closed' && phase !== 'cancelled' && phase !== 'merged';
}

export function isReopening(from: Phase, to: Phase): boolean {
  return !isOpen(from) && isOpen(to);
}
