// Whom a page would find in the app alone: those of the coming weeks whom no verified contact method reaches.
import { type PersonRef } from '../access/actor';
import { type ServiceRef } from '../incident/incident';
import { type ServicePolicy } from '../incident/paging';
import { type SeverityRules } from '../severity/severity';
import { type EscalationPolicy } from './escalation-policy';
import { type Foresight, roundsOf } from './foresight';
import { pagesOf } from './gaps';

/** A person without a verified contact method, and the services for which they would be paged. */
export interface Unreached {
  person: PersonRef;
  services: ServiceRef[];
}

/** Everybody whom these services would page under these rules and nothing outside the app reaches, in order of their names. */
export function unreachedOf(services: readonly ServicePolicy[], rules: SeverityRules, seen: Foresight): Unreached[] {
  const found = new Map<string, Unreached>();
  const known = new Map<string, PersonRef[]>();
  for (const each of services) {
    for (const { policy } of pagesOf(each, rules)) {
      const beyond = known.get(policy.id) ?? unreachedBy(policy, seen);
      known.set(policy.id, beyond);
      for (const person of beyond) {
        const unreached = found.get(person.id) ?? { person, services: [] };
        if (unreached.services.at(-1) !== each.service) unreached.services.push(each.service);
        found.set(person.id, unreached);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.person.name.localeCompare(b.person.name));
}

/** Whom a policy would page in the app alone, each once. */
function unreachedBy(policy: EscalationPolicy, seen: Foresight): PersonRef[] {
  const paged = roundsOf(policy, seen).flatMap(({ calls }) => calls.flatMap(({ people }) => people));
  const beyond = paged.filter(({ id }) => !seen.reachable.has(id));
  return [...new Map(beyond.map((person) => [person.id, person])).values()];
}

/** `Bea Lind is paged in the app alone, for Checkout and 3 more.` */
export function unreachedSentence({ person, services }: Unreached): string {
  const [first, ...more] = services;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `${person.name} is paged in the app alone, for ${first?.name ?? 'nothing'}${others}.`;
}
