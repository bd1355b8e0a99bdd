import { type PersonRef } from '../access/actor';
import { type VendorRef } from '../vendor/vendor-case';
import { type Instant, between, MINUTE } from '../instant';
import { advance, type Resolve } from './advance';
import { type Ending, type EscalationPolicy } from './escalation-policy';
import { evolvePage } from './evolve-page';
import { type NewPageFact, type Page } from './page';

/** What would happen at `minutes` after the start. `skipped`: the step stood for nobody. `unanswered`: nobody is left to call. */
export interface Rehearsed {
  minutes: number;
  at: Instant;
  step: number;
  round: number;
  outcome: 'called' | 'skipped' | 'unanswered';
  people: PersonRef[];
  /** Written to, and cannot acknowledge. */
  vendors: VendorRef[];
  vacant: string[];
  /** What happens then, where nobody is left to call. */
  ending?: Ending;
}

/**
 * What this policy would do if it began at `from` and nobody ever answered, by the rule that pages. `resolveAt` tells whom a target
 * stands for at a moment.
 */
export function rehearse(policy: EscalationPolicy, from: Instant, resolveAt: (at: Instant) => Resolve): Rehearsed[] {
  const { steps, repeats, ending, id, name } = policy;
  const by = { kind: 'system', id: 'preflight', name: 'Preflight' } as const;
  const data = { id: 'preflight', about: name, policy: { id, name }, steps, repeats, ending, silentMinutes: null };
  let page: Page | null = evolvePage(null, { kind: 'page.started', data, actor: by, at: from });
  const rehearsed: Rehearsed[] = [];
  while (page?.nextAt) {
    const at: Instant = page.nextAt;
    for (const fact of advance(page, at, resolveAt(at))) {
      rehearsed.push(...outcomeOf(fact, at, between(from, at) / MINUTE));
      page = evolvePage(page, { ...fact, actor: by, at });
    }
  }
  return rehearsed;
}

function outcomeOf(fact: NewPageFact, at: Instant, minutes: number): Rehearsed[] {
  const common = {
    minutes,
    at,
    people: [] as PersonRef[],
    vendors: [] as VendorRef[],
    vacant: [] as string[],
    step: 0,
    round: 0,
  };
  if (fact.kind === 'page.unanswered') return [{ ...common, outcome: 'unanswered', ending: fact.data.ending }];
  if (fact.kind !== 'page.called' && fact.kind !== 'page.skipped') return [];
  const { round, step } = fact.data;
  const vacant = fact.data.vacant.map((target) => target.name);
  if (fact.kind === 'page.skipped') return [{ ...common, round, step, vacant, outcome: 'skipped' }];
  const { people, vendors = [] } = fact.data;
  return [{ ...common, round, step, people, vendors, vacant, outcome: 'called' }];
}
