// A human owes the room an update every so often; only a human's update moves the deadline, and silence is measured.
import { type Instant, MINUTE, between, later, plus } from '../instant';
import { type Cadence, type OverdueLevel } from './incident';

/** Minutes after the deadline at which a missed update reaches the next circle. */
const overdueAfterMinutes: Record<OverdueLevel, number> = { nudge: 2, room: 5, unowned: 10 };
const overdueLevels: readonly OverdueLevel[] = ['nudge', 'room', 'unowned'];

export const longestSnoozeMinutes = 15;

/** This many "no change" in a row are taken as they are; the next one must bring a hypothesis or ask for help. */
export const plainNoChanges = 2;

export function startCadence(base: Instant, minutes: number | null): Cadence {
  return {
    base,
    dueAt: minutes === null ? null : plus(base, minutes * MINUTE),
    suspended: null,
    reached: null,
    snoozed: false,
    noChangeRun: 0,
    onTime: 0,
    late: 0,
    longestSilenceMs: 0,
  };
}

/** After a human's update: the deadline counts from it, and it was on time or late if one was owed. */
export function answered(cadence: Cadence, at: Instant, minutes: number | null, noChange: boolean): Cadence {
  const owed = cadence.dueAt !== null;
  const onTime = owed && at <= (cadence.dueAt ?? at);
  return {
    ...startCadence(at, minutes),
    noChangeRun: noChange ? cadence.noChangeRun + 1 : 0,
    onTime: cadence.onTime + (onTime ? 1 : 0),
    late: cadence.late + (owed && !onTime ? 1 : 0),
    longestSilenceMs: owed ? Math.max(cadence.longestSilenceMs, between(cadence.base, at)) : cadence.longestSilenceMs,
  };
}

/**
 * After the severity asks for another rhythm: counted from the same last word, so a raise can make it due at once, and
 * lowering and raising again wins no time. `now` counts only where no update was owed before.
 */
export function replanned(cadence: Cadence, minutes: number | null, now: Instant): Cadence {
  const former = cadence.dueAt ?? cadence.suspended;
  if (minutes === null) return { ...cadence, dueAt: null, suspended: former };
  const base = former === null ? now : cadence.base;
  const dueAt = plus(base, minutes * MINUTE);
  return { ...cadence, base, dueAt, suspended: null, reached: dueAt === former ? cadence.reached : null };
}

/** After work ended: nothing is owed; a deadline already missed counts as late. */
export function stopped(cadence: Cadence, at: Instant): Cadence {
  if (cadence.dueAt === null) return { ...cadence, suspended: null };
  return {
    ...cadence,
    dueAt: null,
    suspended: null,
    reached: null,
    late: cadence.late + (at > cadence.dueAt ? 1 : 0),
    longestSilenceMs: Math.max(cadence.longestSilenceMs, between(cadence.base, at)),
  };
}

/** After reopening: owed again, counted from now, the score carried on. */
export function resumed(cadence: Cadence, at: Instant, minutes: number | null): Cadence {
  const { onTime, late, longestSilenceMs } = cadence;
  return { ...startCadence(at, minutes), onTime, late, longestSilenceMs };
}

export function snoozedUntil(cadence: Cadence, now: Instant, minutes: number): Instant {
  return plus(later(cadence.dueAt ?? now, now), minutes * MINUTE);
}

/** When the deadline next speaks up, or null when it has said all it can or none is owed. */
export function nextCadenceStep(cadence: Cadence): Instant | null {
  if (cadence.dueAt === null) return null;
  if (cadence.reached === null) return cadence.dueAt;
  if (cadence.reached === 'unowned') return null;
  const next = cadence.reached === 'due' ? 'nudge' : cadence.reached === 'nudge' ? 'room' : 'unowned';
  return plus(cadence.dueAt, overdueAfterMinutes[next] * MINUTE);
}

/** The furthest circle that a deadline missed until `now` has reached; after a pause only this one is told. */
export function overdueLevel(cadence: Cadence, now: Instant): OverdueLevel | null {
  const { dueAt } = cadence;
  if (dueAt === null) return null;
  return overdueLevels.findLast((level) => plus(dueAt, overdueAfterMinutes[level] * MINUTE) <= now) ?? null;
}

/** Share of owed updates that came in time, 0 to 1, or null before the first was owed. */
export function onTimeShare(cadence: Pick<Cadence, 'onTime' | 'late'>): number | null {
  const owed = cadence.onTime + cadence.late;
  return owed === 0 ? null : cadence.onTime / owed;
}
