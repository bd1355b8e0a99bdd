import { usualEnding } from '../escalation/escalation-policy';
import { type CatalogFile, type FileTarget, type WholeCatalog, sections } from './schema';

/** The file as plain values in the order in which they are read: what is empty is left out. */
export function terse(file: CatalogFile): Record<string, unknown> {
  const { version, prune, severityPolicy } = file;
  const { teams, schedules, escalationPolicies, services, vendors } = file;
  return whole({
    version,
    prune: prune || null,
    teams: teams?.map(({ name, description, leads, members }) => whole({ name, description, leads, members })),
    schedules: schedules?.map(({ name, timeZone, layers }) => ({
      name,
      timeZone,
      layers: layers.map(({ hours, ...layer }) => ({ ...layer, ...(hours.length > 0 && { hours }) })),
    })),
    escalationPolicies: escalationPolicies?.map(({ name, repeats, ending, steps }) => ({
      name,
      repeats,
      ...(ending !== usualEnding && { ending }),
      steps: steps.map(({ waitMinutes, targets }) => ({ waitMinutes, targets: targets.map(terseTarget) })),
    })),
    services: services?.map(({ primary, backup, ...service }) => {
      const { name, tier, team, description, policy, dependencies, links } = service;
      const asked = { primary: primary && terseTarget(primary), backup: backup && terseTarget(backup) };
      return whole({ name, tier, team, description, policy, ...asked, dependencies, links });
    }),
    vendors: vendors?.map(({ contacts, services: standing, ...vendor }) =>
      whole({ ...vendor, contacts: contacts.map((contact) => whole(contact)), services: standing }),
    ),
    severityPolicy,
  });
}

/** All there is in the order of names, so that the same catalog is always the same file. */
export function inOrder(catalog: WholeCatalog): WholeCatalog {
  const sorted = { ...catalog };
  for (const section of sections) Object.assign(sorted, { [section]: [...catalog[section]].sort(byName) });
  return {
    ...sorted,
    teams: sorted.teams.map((team) => ({ ...team, leads: ordered(team.leads), members: ordered(team.members) })),
    services: sorted.services.map((service) => ({ ...service, dependencies: ordered(service.dependencies) })),
    vendors: sorted.vendors.map((vendor) => ({ ...vendor, services: ordered(vendor.services) })),
  };
}

function terseTarget({ kind, name }: FileTarget): unknown {
  return kind === 'administrators' || kind === 'everyone' ? kind : { [kind]: name };
}

function whole(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function ordered(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
