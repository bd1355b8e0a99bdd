import { type FileTarget, type WholeCatalog } from '@/lib/core/catalog-file/schema';
import { inOrder } from '@/lib/core/catalog-file/terse';
import { type VendorContact } from '@/lib/core/catalog/vendor';
import { type Link } from '@/lib/core/catalog/link';
import { contactOfKey } from '@/lib/core/catalog/contact';
import { type SeverityRule, pagedUnder } from '@/lib/core/severity/severity';
import { type Transaction, type database } from './database';
import { loadPolicies, targetNames } from './escalation-policies';
import { currentPolicy } from './policy';
import { type KeptVersion } from './schedules';

/** The whole catalog as its file says it. */
export async function loadCatalogFile(tx: Transaction | typeof database): Promise<WholeCatalog> {
  const people = await tx.person.findMany({ select: { id: true, email: true } });
  const emails = new Map(people.map(({ id, email }) => [id, email.toLowerCase()]));
  const emailOf = (id: string) => emails.get(id) ?? '';
  const teams = await tx.team.findMany({ include: { members: true } });
  const schedules = await tx.schedule.findMany();
  const policies = await loadPolicies(tx, 'all');
  const vendors = await tx.vendor.findMany({ include: { services: { include: { service: true } } } });
  const { rules } = await currentPolicy(tx);
  const target = ({ kind, id, name }: { kind: FileTarget['kind']; id: string; name: string }): FileTarget => ({
    kind,
    name: kind === 'person' ? emailOf(id) : kind === 'administrators' || kind === 'everyone' ? kind : name,
  });
  return inOrder({
    version: 1,
    prune: false,
    teams: teams.map(({ name, description, members }) => ({
      name,
      description,
      leads: members.filter(({ lead }) => lead).map(({ personId }) => emailOf(personId)),
      members: members.filter(({ lead }) => !lead).map(({ personId }) => emailOf(personId)),
    })),
    schedules: schedules.map(({ name, timeZone, versions }) => ({
      name,
      timeZone,
      layers: ((versions as unknown as KeptVersion[]).at(-1)?.layers ?? []).map((layer) => ({
        name: layer.name,
        timeZone: layer.timeZone,
        startsOn: layer.startsOn,
        cycleDays: layer.cycleDays,
        handoffs: layer.handoffs.map(({ day, time }) => ({ day, time })),
        people: layer.people.map(emailOf),
        hours: layer.hours.map(({ days, from, until }) => ({ days, from, until })),
      })),
    })),
    escalationPolicies: [...policies.values()].map(({ name, repeats, ending, steps }) => ({
      name,
      repeats,
      ending,
      steps: steps.map(({ waitMinutes, targets }) => ({ waitMinutes, targets: targets.map(target) })),
    })),
    services: await loadServices(tx, target),
    vendors: vendors.map(({ id: _id, contacts, services, ...vendor }) => ({
      name: vendor.name,
      description: vendor.description,
      contract: vendor.contract,
      account: vendor.account,
      phone: vendor.phone,
      email: vendor.email,
      portal: vendor.portal,
      statusPage: vendor.statusPage,
      contacts: (contacts as unknown as VendorContact[]).map(({ name, phone, email }) => ({ name, phone, email })),
      services: services.map(({ service }) => service.name),
    })),
    severityPolicy: {
      Critical: ruleOf(rules.Critical),
      High: ruleOf(rules.High),
      Medium: ruleOf(rules.Medium),
      Low: ruleOf(rules.Low),
    },
  });
}

type Rule = WholeCatalog['severityPolicy']['Low'];

/** A rule with its fields in the order in which they are read. */
function ruleOf(rule: SeverityRule): Rule {
  const { meaning, responseMinutes, told, silence = 'response-time', cadenceMinutes, postmortemHours } = rule;
  return { meaning, responseMinutes, told, paged: pagedUnder(rule), silence, cadenceMinutes, postmortemHours };
}

async function loadServices(
  tx: Transaction | typeof database,
  target: (contact: { kind: FileTarget['kind']; id: string; name: string }) => FileTarget,
): Promise<WholeCatalog['services']> {
  // Asked for in turn: Prisma would ask for several relations at once, on the one connection.
  const rows = await tx.service.findMany({ include: { dependencies: { include: { dependsOn: true } } } });
  const named = { select: { id: true, name: true } } as const;
  const keyed = (all: { id: string; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]));
  const teams = keyed(await tx.team.findMany(named));
  const policies = keyed(await tx.escalationPolicy.findMany(named));
  const contacts = rows.flatMap(({ primary, backup }) => [primary, backup].flatMap((key) => contactOfKey(key) ?? []));
  const names = await targetNames(tx, contacts);
  const contactOf = (key: string | null) => {
    const contact = contactOfKey(key);
    const name = names.get(key ?? '');
    return contact && name !== undefined ? target({ ...contact, name }) : null;
  };
  return rows.map(({ name, tier, description, teamId, policyId, primary, backup, dependencies, links }) => ({
    name,
    tier,
    team: teams.get(teamId ?? '') ?? null,
    description,
    policy: policies.get(policyId ?? '') ?? null,
    primary: contactOf(primary),
    backup: contactOf(backup),
    dependencies: dependencies.map(({ dependsOn }) => dependsOn.name),
    links: (links as unknown as Link[]).map((link) => ({ name: link.name, url: link.url })),
  }));
}
