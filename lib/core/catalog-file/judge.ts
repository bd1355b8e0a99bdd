// What a file of the catalog cannot mean: things named twice, names that name nothing, circles.
import { circleOf, circleSentence } from '../catalog/dependencies';
import { type CatalogFile, type Fault, type FileTarget, type Section, type WholeCatalog, sections } from './schema';
import { nameKey, sectionWords } from './words';

/** Every fault of the file beside what there is now; `people` are e-mail addresses in small letters. */
export function judgeFile(file: CatalogFile, now: WholeCatalog, people: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const say = (message: string, ...path: PropertyKey[]) => faults.push({ path, message });
  const known = new Map(sections.map((section) => [section, namesIn(section, file, now)]));

  const person = (email: string, ...path: PropertyKey[]) => {
    if (!people.has(email)) say(`There is nobody with the e-mail address ${email}.`, ...path);
  };
  const named = (section: Section, name: string | null, ...path: PropertyKey[]) => {
    if (name !== null && !known.get(section)?.has(nameKey(name)))
      say(`There is no ${sectionWords[section]} called ${name}.`, ...path);
  };
  const target = ({ kind, name }: FileTarget, ...path: PropertyKey[]) => {
    if (kind === 'person') person(name, ...path, 'person');
    if (kind === 'schedule') named('schedules', name, ...path, 'schedule');
    if (kind === 'vendor') named('vendors', name, ...path, 'vendor');
    if (kind === 'team') named('teams', name, ...path, 'team');
  };

  for (const section of sections) {
    const seen = new Set<string>();
    for (const [at, { name }] of (file[section] ?? []).entries()) {
      if (seen.has(nameKey(name))) say(`There are two ${plural(section)} called ${name}.`, section, at, 'name');
      seen.add(nameKey(name));
    }
  }
  for (const [at, { leads, members }] of (file.teams ?? []).entries()) {
    for (const [index, email] of leads.entries()) person(email, 'teams', at, 'leads', index);
    for (const [index, email] of members.entries()) person(email, 'teams', at, 'members', index);
  }
  for (const [at, { layers }] of (file.schedules ?? []).entries()) {
    const seen = new Set<string>();
    for (const [index, layer] of layers.entries()) {
      const path = ['schedules', at, 'layers', index] as const;
      if (seen.has(nameKey(layer.name))) say(`There are two layers called ${layer.name}.`, ...path, 'name');
      seen.add(nameKey(layer.name));
      for (const [turn, email] of layer.people.entries()) person(email, ...path, 'people', turn);
    }
  }
  for (const [at, { steps }] of (file.escalationPolicies ?? []).entries()) {
    for (const [index, { targets }] of steps.entries()) {
      for (const [one, each] of targets.entries())
        target(each, 'escalationPolicies', at, 'steps', index, 'targets', one);
    }
  }
  for (const [at, service] of (file.services ?? []).entries()) {
    named('teams', service.team, 'services', at, 'team');
    named('escalationPolicies', service.policy, 'services', at, 'policy');
    if (service.primary) target(service.primary, 'services', at, 'primary');
    if (service.backup) target(service.backup, 'services', at, 'backup');
    for (const [index, need] of service.dependencies.entries())
      named('services', need, 'services', at, 'dependencies', index);
  }
  for (const [at, { services }] of (file.vendors ?? []).entries()) {
    for (const [index, service] of services.entries()) named('services', service, 'vendors', at, 'services', index);
  }
  return [...faults, ...circles(file, now)];
}

/** The services as they will be, by name key, with what they need. */
export function needsAfter(file: CatalogFile, now: WholeCatalog): Map<string, string[]> {
  const kept = file.prune && file.services ? [] : now.services;
  return new Map(
    [...kept, ...(file.services ?? [])].map(({ name, dependencies }) => [nameKey(name), dependencies.map(nameKey)]),
  );
}

function circles(file: CatalogFile, now: WholeCatalog): Fault[] {
  const spelt = new Map([...now.services, ...(file.services ?? [])].map(({ name }) => [nameKey(name), name]));
  const needs = needsAfter(file, now);
  for (const [at, { name }] of (file.services ?? []).entries()) {
    const key = nameKey(name);
    const circle = circleOf(needs, key, needs.get(key) ?? []);
    if (!circle) continue;
    const message = circleSentence(circle.map((one) => spelt.get(one) ?? one));
    return [{ path: ['services', at, 'dependencies'], message }];
  }
  return [];
}

function namesIn(section: Section, file: CatalogFile, now: WholeCatalog): Set<string> {
  const stays = file.prune && file[section] ? [] : now[section];
  return new Set([...stays, ...(file[section] ?? [])].map(({ name }) => nameKey(name)));
}

function plural(section: Section): string {
  return section === 'escalationPolicies' ? 'escalation policies' : section;
}
