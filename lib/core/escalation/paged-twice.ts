// Who would be paged in two steps of one round although somebody new is too: no gap, but a backup who is no other.
import { type PersonRef } from '../access/actor';
import { type ServiceRef } from '../incident/incident';
import { type ServicePolicy } from '../incident/paging';
import { type SeverityRules } from '../severity/severity';
import { type EscalationPolicy, type PolicyRef } from './escalation-policy';
import { periodsWords } from './gap-words';
import { type Foresight, type Period, roundsOf } from './foresight';
import { extended, pagesOf } from './gaps';

/** `steps`: the first in which these people are paged and the one that pages them again, counted from 0. */
export interface PagedTwice {
  policy: PolicyRef;
  people: PersonRef[];
  steps: [number, number];
  services: ServiceRef[];
  periods: Period[];
}

/** Everybody whom one round of these services' policies pages twice, but for steps that page nobody new: those are gaps. */
export function pagedTwiceOf(services: readonly ServicePolicy[], rules: SeverityRules, seen: Foresight): PagedTwice[] {
  const known = new Map<string, PagedTwice[]>();
  for (const each of services) {
    for (const { policy } of pagesOf(each, rules)) {
      const found = known.get(policy.id) ?? pagedTwiceBy(policy, seen);
      known.set(policy.id, found);
      for (const twice of found) if (twice.services.at(-1) !== each.service) twice.services.push(each.service);
    }
  }
  return [...known.values()].flat();
}

function pagedTwiceBy(policy: EscalationPolicy, seen: Foresight): PagedTwice[] {
  const found = new Map<string, PagedTwice>();
  for (const { from, to, calls } of roundsOf(policy, seen)) {
    const first = new Map<string, number>();
    for (const { step, people } of calls) {
      const anew = people.filter(({ id }) => !first.has(id));
      for (const person of anew.length > 0 ? people : []) {
        const before = first.get(person.id);
        if (before === undefined) continue;
        const key = `${before} ${step}`;
        const { id, name } = policy;
        const twice = found.get(key) ?? {
          policy: { id, name },
          people: [],
          steps: [before, step],
          services: [],
          periods: [],
        };
        if (!twice.people.some((known) => known.id === person.id)) twice.people.push(person);
        if (twice.periods.at(-1)?.to !== to) twice.periods = extended(twice.periods, { from, to });
        found.set(key, twice);
      }
      for (const { id } of anew) first.set(id, step);
    }
  }
  return [...found.values()];
}

/** `Steps 1 and 3 of “Payments” both page Ana, Bea Lind.`: each in their time. */
export function pagedTwiceSentence({ policy, people, steps: [first, again] }: PagedTwice): string {
  const names = people.map(({ name }) => name).join(', ');
  return `Steps ${first + 1} and ${again + 1} of “${policy.name}” both page ${names}.`;
}

/** The same as one line of text, with when. */
export function pagedTwiceLine(twice: PagedTwice): string {
  return `${pagedTwiceSentence(twice)} ${periodsWords(twice.periods)}`;
}
