export const sectionWords = {
  teams: 'team',
  schedules: 'schedule',
  escalationPolicies: 'escalation policy',
  services: 'service',
  vendors: 'vendor',
} as const;

/** Names that differ only in capitals name the same. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** One thing that an import does, or would do. `fields` are those that a change touches. */
export interface CatalogChange {
  act: 'created' | 'changed' | 'deleted';
  what: (typeof sectionWords)[keyof typeof sectionWords] | 'severity policy';
  name: string;
  fields: string[];
}
