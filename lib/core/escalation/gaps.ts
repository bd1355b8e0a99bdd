// Where paging would fail: found by the rule that pages, at every moment at which whom a step stands for may change.
import { type PersonRef } from '../access/actor';
import { type ServiceRef } from '../incident/incident';
import { type ServicePolicy, wantedPolicies } from '../incident/paging';
import { type Instant } from '../instant';
import { type Severity, type SeverityRules, pagedUnder, severities } from '../severity/severity';
import { type Resolve } from './advance';
import { type EscalationPolicy, type PolicyRef, type Target } from './escalation-policy';
import { rehearse } from './preflight';

export interface Period {
  from: Instant;
  to: Instant;
}

/**
 * `empty`: the step stands for nobody. `again`: it pages nobody but people whom an earlier step of the round paged. `vendors`: it writes
 * to vendors alone, so that nobody here is asked to answer while it waits.
 */
export interface StepGap {
  kind: 'empty' | 'again' | 'vendors';
  /** Counted from 0. */
  step: number;
  targets: string[];
  /** Who is paged once more; nobody when it is empty. */
  people: PersonRef[];
  periods: Period[];
}

/** `no-policy`: the service has none, so administrators are paged. */
export type GapWhy = StepGap | { kind: 'no-policy' };
/** Something that would go wrong for one service at these severities. */
export type Gap = GapWhy & { service: ServiceRef; severities: Severity[]; policy: PolicyRef };

/** A span of time and whom targets stand for in it. `changes` are the moments, its first included, at which that may change. */
export interface Foresight extends Period {
  at: (moment: Instant) => Resolve;
  /** Who has a verified contact method. */
  reachable: ReadonlySet<string>;
  changes: (targets: readonly Target[]) => Instant[];
}

/** Every gap of these services under these rules. */
export function gapsOfServices(services: readonly ServicePolicy[], rules: SeverityRules, seen: Foresight): Gap[] {
  const known = new Map<string, StepGap[]>();
  return services.flatMap((each) =>
    pagesOf(each, rules).flatMap(({ policy, severities: at, covered }) => {
      const gaps = known.get(policy.id) ?? gapsOfPolicy(policy, seen);
      known.set(policy.id, gaps);
      const whys: GapWhy[] = covered ? gaps : [{ kind: 'no-policy' }, ...gaps];
      const { id, name } = policy;
      return whys.map((why) => ({ ...why, service: each.service, severities: at, policy: { id, name } }));
    }),
  );
}

/** By which policy a service pages at which severities. `covered` false: it stands in for one that is missing. */
export function pagesOf(each: ServicePolicy, rules: SeverityRules) {
  const found: { policy: EscalationPolicy; severities: Severity[]; covered: boolean }[] = [];
  for (const severity of severities) {
    const paged = pagedUnder(rules[severity]);
    for (const policy of wantedPolicies(paged, [each])) {
      const same = found.find((one) => one.policy.id === policy.id);
      if (same) same.severities.push(severity);
      else found.push({ policy, severities: [severity], covered: paged !== 'policies' || each.policy !== null });
    }
  }
  return found;
}

/** The gaps of one policy, each with all the periods in which it is there. */
export function gapsOfPolicy(policy: EscalationPolicy, seen: Foresight): StepGap[] {
  const gaps = new Map<string, StepGap>();
  const moments = seen.changes(policy.steps.flatMap(({ targets }) => targets));
  for (const [index, from] of moments.entries()) {
    const period = { from, to: moments[index + 1] ?? seen.to };
    for (const gap of gapsAt(policy, period, seen)) {
      const key = `${gap.step} ${gap.kind}`;
      const known = gaps.get(key);
      if (known) extend(known, gap.people, period);
      else gaps.set(key, gap);
    }
  }
  return [...gaps.values()].sort((a, b) => a.step - b.step);
}

/** Whom targets stand for does not change within `period`, so that one rehearsal of one round tells all of it. */
function gapsAt(policy: EscalationPolicy, period: Period, { at }: Foresight): StepGap[] {
  const paged = new Set<string>();
  const resolve = at(period.from);
  return rehearse({ ...policy, repeats: 0 }, period.from, () => resolve).flatMap(
    ({ step, outcome, people }): StepGap[] => {
      if (outcome === 'unanswered') return [];
      const anew = people.filter(({ id }) => !paged.has(id));
      for (const { id } of people) paged.add(id);
      if (anew.length > 0) return [];
      const targets = (policy.steps[step]?.targets ?? []).map(({ name }) => name);
      const kind = outcome === 'skipped' ? 'empty' : people.length > 0 ? 'again' : 'vendors';
      return [{ kind, step, targets, people, periods: [period] }];
    },
  );
}

/** Periods with one more that follows them: joined to the last if it begins when that one ends. */
export function extended(periods: readonly Period[], period: Period): Period[] {
  const last = periods.at(-1);
  return last?.to === period.from
    ? [...periods.slice(0, -1), { from: last.from, to: period.to }]
    : [...periods, period];
}

function extend(gap: StepGap, people: readonly PersonRef[], period: Period): void {
  gap.periods = extended(gap.periods, period);
  const more = people.filter(({ id }) => !gap.people.some((person) => person.id === id));
  gap.people = [...gap.people, ...more];
}
