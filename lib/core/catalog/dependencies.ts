// A service depends on others, and never, however far round, on itself: a circle would make everything the cause of everything.

/** Service id → ids of what it directly needs. */
export type Dependencies = ReadonlyMap<string, readonly string[]>;

/**
 * The circle that would close if `service` needed `wanted`, as ids from `service` back to `service`, the shortest there is;
 * null when there is none. `dependencies` may still hold what `service` needed before: it is ignored.
 */
export function circleOf(dependencies: Dependencies, service: string, wanted: readonly string[]): string[] | null {
  const cameFrom = new Map<string, string>();
  let reached: string[] = [];
  for (const one of wanted) {
    if (one === service) return [service, service];
    if (!cameFrom.has(one)) reached.push(one);
    cameFrom.set(one, service);
  }
  while (reached.length > 0) {
    const further: string[] = [];
    for (const from of reached) {
      for (const next of dependencies.get(from) ?? []) {
        if (next === service) return [...pathTo(from, service, cameFrom), service];
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, from);
        further.push(next);
      }
    }
    reached = further;
  }
  return null;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end];
  for (let at = cameFrom.get(end); at !== undefined; at = at === start ? undefined : cameFrom.get(at)) path.unshift(at);
  return path;
}

/** Says a circle of names in one sentence. */
export function circleSentence(names: readonly string[]): string {
  const [first = 'It', ...rest] = names;
  if (rest.length < 2) return `${first} cannot depend on itself.`;
  return `That closes a circle: ${first} → ${rest.join(' → ')}. Remove one of these first.`;
}
