// What else suffers: every service that depends on an affected one, directly or through others.
import { type Dependencies } from './dependencies';

/** `path` leads from the service itself to the affected one that it depends on, by the fewest steps. */
export interface Impacted {
  id: string;
  path: string[];
}

/**
 * The services that depend on any of `affected`, nearest first and otherwise in the order of `dependencies`; those affected
 * themselves are left out. A circle, which the catalog does not let close, is gone round once.
 */
export function impactOf(dependencies: Dependencies, affected: readonly string[]): Impacted[] {
  const paths = new Map<string, string[]>(affected.map((id) => [id, [id]]));
  const found: Impacted[] = [];
  for (let near = new Set(affected); near.size > 0;) {
    const further = new Set<string>();
    for (const [id, needs] of dependencies) {
      if (paths.has(id)) continue;
      const through = needs.find((need) => near.has(need));
      if (through === undefined) continue;
      further.add(id);
      found.push({ id, path: [id, ...(paths.get(through) ?? [])] });
    }
    for (const { id, path } of found.slice(found.length - further.size)) paths.set(id, path);
    near = further;
  }
  return found;
}

/** A path of names as a sentence: `Shop depends on Checkout, which depends on Payments.` */
export function pathSentence([first = '', ...rest]: readonly string[]): string {
  return `${first} depends on ${rest.join(', which depends on ')}.`;
}
