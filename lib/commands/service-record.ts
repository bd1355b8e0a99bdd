import { circleOf, circleSentence } from '@/lib/core/catalog/dependencies';
import { type Contact, contactKey } from '@/lib/core/catalog/contact';
import { type Link } from '@/lib/core/catalog/link';
import { type ServiceInput } from '@/lib/core/catalog/service';
import { targetWords } from '@/lib/core/escalation/policy-words';
import { type Instant } from '@/lib/core/instant';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { loadContacts } from '@/lib/store/contacts';
import { inputJson } from '@/lib/store/input-json';
import { type Unit } from '@/lib/store/transact';
import { type RecordKind } from './record-kind';

type Tx = Unit['tx'];

/** A service; deleted, it is gone from what depends on it. Not while an open incident is about it. */
export const serviceKind: RecordKind<ServiceInput> = {
  noun: 'service',
  words: 'service',
  refuse: refuseService,
  insert: async (tx, id, input) => {
    await tx.service.create({ data: { id, ...rowOf(input) } });
    await writeDependencies(tx, id, input.dependencies);
  },
  update: async (tx, id, input) => {
    await tx.service.update({ where: { id }, data: rowOf(input) });
    await writeDependencies(tx, id, input.dependencies);
  },
  describe: describeService,
  refuseDeletion: async (tx, id, name) => {
    const open = await tx.incidentService.count({ where: { serviceId: id, incident: { open: true } } });
    return open > 0 ? refuse('conflict', `An open incident is about ${name}. Resolve it first.`) : null;
  },
  remove: (tx, id) => tx.service.delete({ where: { id } }),
};

/** What stands against writing this service down: a name in use, an unknown team or service, a circle. */
async function refuseService(tx: Tx, id: string | null, input: ServiceInput): Promise<Refusal | null> {
  // By hand: an import asks it of every service, and the client takes ten times as long over these rows.
  const services = await tx.$queryRaw<{ id: string; name: string; needs: string[] }[]>`
    select id, name, array(select depends_on_id from service_dependency where service_id = service.id) as needs
    from service`;
  const named = new Map(services.map((service) => [service.id, service.name]));
  const double = services.find((other) => other.id !== id && other.name.toLowerCase() === input.name.toLowerCase());
  if (double) return wrong('name', `There is a service called ${double.name} already.`, 'taken');
  if (input.team && !(await tx.team.findUnique({ where: { id: input.team } })))
    return wrong('team', 'There is no such team any more.');
  if (input.policy && !(await tx.escalationPolicy.findUnique({ where: { id: input.policy } })))
    return wrong('policy', 'There is no such escalation policy any more.');
  if (input.dependencies.some((one) => one !== id && !named.has(one)))
    return wrong('dependencies', 'One of these services does not exist any more.');
  const contacts = await loadContacts(tx, keysOf(input), await readClock(tx));
  for (const field of ['primary', 'backup'] as const) {
    const contact = input[field];
    if (contact && !contacts.has(contactKey(contact)))
      return wrong(field, `There is no such ${contact.kind} any more.`);
  }
  if (id === null) return null;
  const dependencies = new Map(services.map((one) => [one.id, one.needs]));
  const circle = circleOf(dependencies, id, input.dependencies);
  if (!circle) return null;
  const names = circle.map((one) => (one === id ? input.name : (named.get(one) ?? one)));
  return wrong('dependencies', circleSentence(names), 'conflict');
}

function wrong(field: string, message: string, code: 'invalid' | 'taken' | 'conflict' = 'invalid'): Refusal {
  return refuse(code, message, { [field]: message });
}

function keysOf({ primary, backup }: Pick<ServiceInput, 'primary' | 'backup'>) {
  return [primary, backup].map((contact) => contact && contactKey(contact));
}

/** The columns of a service, without its dependencies. */
function rowOf(input: ServiceInput) {
  const { name, tier, description, team: teamId, policy: policyId, links } = input;
  const [primary = null, backup = null] = keysOf(input);
  return { name, tier, description, teamId, policyId, primary, backup, links: inputJson(links) };
}

/** Makes `dependencies` all that this service needs. */
async function writeDependencies(tx: Tx, serviceId: string, dependencies: readonly string[]): Promise<void> {
  await tx.serviceDependency.deleteMany({ where: { serviceId, dependsOnId: { notIn: [...dependencies] } } });
  await tx.serviceDependency.createMany({
    data: dependencies.map((dependsOnId) => ({ serviceId, dependsOnId })),
    skipDuplicates: true,
  });
}

/** A service as its facts speak of it: all of it, and names beside ids, so that the audit log reads without looking anything up. */
async function describeService(tx: Tx, id: string, now: Instant) {
  const service = await tx.service.findUnique({
    where: { id },
    include: { dependencies: { include: { dependsOn: true }, orderBy: { dependsOnId: 'asc' } } },
  });
  if (!service) return null;
  // Asked for in turn: Prisma would ask for all of one row's relations at once, on the one connection.
  const { teamId, policyId } = service;
  const select = { id: true, name: true };
  const team = teamId === null ? null : await tx.team.findUnique({ where: { id: teamId }, select });
  const policy = policyId === null ? null : await tx.escalationPolicy.findUnique({ where: { id: policyId }, select });
  const contacts = await loadContacts(tx, [service.primary, service.backup], now);
  return {
    name: service.name,
    tier: service.tier,
    team,
    description: service.description,
    policy,
    dependencies: service.dependencies.map(({ dependsOn: { id, name } }) => ({ id, name })),
    primary: named(contacts.get(service.primary ?? '')),
    backup: named(contacts.get(service.backup ?? '')),
    links: service.links as unknown as Link[],
  };
}

function named(contact: Contact | undefined) {
  return contact ? { id: contactKey(contact), name: targetWords(contact) } : null;
}
