import type { Binding } from './key-registry';

const order = ['Incident', 'Room', 'Tasks and decisions', 'Roles', 'Phase', 'Timeline', 'Go to', 'General'];
const rank = (group: string) => (order.includes(group) ? order.indexOf(group) : order.length);

/** Bindings by group, each act once. */
export function byGroup(bindings: readonly Binding[]): [string, Binding[]][] {
  const groups = new Map<string, Binding[]>();
  for (const binding of bindings) {
    if (binding.hidden) continue;
    const group = groups.get(binding.group) ?? [];
    const twin = group.findIndex((other) => other.keys === binding.keys && other.label === binding.label);
    if (twin === -1) group.push(binding);
    else if (binding.when) group[twin] = binding;
    groups.set(binding.group, group);
  }
  return [...groups].sort(([a], [b]) => rank(a) - rank(b));
}
