// Where paging would fail: found by the rule that pages, at every moment at which whom a step stands for may change.
import { type PersonRef } from '../access/actor';
import { type ServiceRef } from '../incident/incident';
import { type ServicePolicy, wantedPolicies } from '../incident/paging';
import { type Severity, type SeverityRules, pagedUnder, severities } from '../severity/severity';
import { type EscalationPolicy, type PolicyRef } from './escalation-policy';
import { type Foresight, type Period, type Round, roundsOf } from './foresight';

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
  for (const round of roundsOf(policy, seen)) {
    for (const gap of gapsIn(policy, round)) {
      const key = `${gap.step} ${gap.kind}`;
      const known = gaps.get(key);
      if (known) extend(known, gap.people, round);
      else gaps.set(key, gap);
    }
  }
  return [...gaps.values()].sort((a, b) => a.step - b.step);
}

function gapsIn(policy: EscalationPolicy, { from, to, calls }: Round): StepGap[] {
  const paged = new Set<string>();
  return calls.flatMap(({ step, outcome, people }): StepGap[] => {
    if (outcome === 'unanswered') return [];
    const anew = people.filter(({ id }) => !paged.has(id));
    for (const { id } of people) paged.add(id);
    if (anew.length > 0) return [];
    const targets = (policy.steps[step]?.targets ?? []).map(({ name }) => name);
    const kind = outcome === 'skipped' ? 'empty' : people.length > 0 ? 'again' : 'vendors';
    return [{ kind, step, targets, people, periods: [{ from, to }] }];
  });
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
