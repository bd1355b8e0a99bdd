// What is known of a span of time to come, and what one round of a policy would do in it: rehearsed once for all who look for faults.
import { type Instant } from '../instant';
import { type Resolve } from './advance';
import { type EscalationPolicy, type Target } from './escalation-policy';
import { type Rehearsed, rehearse } from './preflight';

export interface Period {
  from: Instant;
  to: Instant;
}

/** A span of time and whom targets stand for in it. `changes` are the moments, its first included, at which that may change. */
export interface Foresight extends Period {
  at: (moment: Instant) => Resolve;
  /** Who has a verified contact method. */
  reachable: ReadonlySet<string>;
  changes: (targets: readonly Target[]) => Instant[];
}

/** One round of a policy in a period in which whom its steps stand for does not change. */
export interface Round extends Period {
  calls: readonly Omit<Rehearsed, 'at'>[];
}

const known = new WeakMap<Foresight, WeakMap<EscalationPolicy, Round[]>>();

/** The rounds of a policy over a span, in order and without a hole. */
export function roundsOf(policy: EscalationPolicy, seen: Foresight): readonly Round[] {
  const rounds = known.get(seen) ?? new WeakMap<EscalationPolicy, Round[]>();
  known.set(seen, rounds);
  const found = rounds.get(policy) ?? rehearsedOver(policy, seen);
  rounds.set(policy, found);
  return found;
}

/** Rotas come back to the same people, and the same people are called in the same way. */
function rehearsedOver(policy: EscalationPolicy, seen: Foresight): Round[] {
  const targets = policy.steps.flatMap((step) => step.targets);
  const moments = seen.changes(targets);
  const byPeople = new Map<string, Rehearsed[]>();
  return moments.map((from, index) => {
    const resolve = seen.at(from);
    const people = JSON.stringify(targets.map((target) => resolve(target).map(({ id }) => id)));
    const calls = byPeople.get(people) ?? rehearse({ ...policy, repeats: 0 }, from, () => resolve);
    byPeople.set(people, calls);
    return { from, to: moments[index + 1] ?? seen.to, calls };
  });
}
