import { circleOf, circleSentence } from '@/lib/core/catalog/dependencies';
import { type ServiceInput } from '@/lib/core/catalog/service';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';

type Tx = Unit['tx'];

/** What stands against writing this service down: a name in use, an unknown team or service, a circle. */
export async function refuseService(tx: Tx, id: string | null, input: ServiceInput): Promise<Refusal | null> {
  const services = await tx.service.findMany({ include: { dependencies: true } });
  const named = new Map(services.map((service) => [service.id, service.name]));
  const double = services.find((other) => other.id !== id && other.name.toLowerCase() === input.name.toLowerCase());
  if (double) return wrong('name', `There is a service called ${double.name} already.`, 'taken');
  if (input.team && !(await tx.team.findUnique({ where: { id: input.team } })))
    return wrong('team', 'There is no such team any more.');
  if (input.policy && !(await tx.escalationPolicy.findUnique({ where: { id: input.policy } })))
    return wrong('policy', 'There is no such escalation policy any more.');
  if (input.dependencies.some((one) => one !== id && !named.has(one)))
    return wrong('dependencies', 'One of these services does not exist any more.');
  if (id === null) return null;
  const dependencies = new Map(services.map((one) => [one.id, one.dependencies.map(({ dependsOnId }) => dependsOnId)]));
  const circle = circleOf(dependencies, id, input.dependencies);
  if (!circle) return null;
  const names = circle.map((one) => (one === id ? input.name : (named.get(one) ?? one)));
  return wrong('dependencies', circleSentence(names), 'conflict');
}

function wrong(field: string, message: string, code: 'invalid' | 'taken' | 'conflict' = 'invalid'): Refusal {
  return refuse(code, message, { [field]: message });
}

/** Makes `dependencies` all that this service needs. */
export async function writeDependencies(tx: Tx, serviceId: string, dependencies: readonly string[]): Promise<void> {
  await tx.serviceDependency.deleteMany({ where: { serviceId, dependsOnId: { notIn: [...dependencies] } } });
  await tx.serviceDependency.createMany({
    data: dependencies.map((dependsOnId) => ({ serviceId, dependsOnId })),
    skipDuplicates: true,
  });
}

/** A service as its facts speak of it: all of it, and names beside ids, so that the audit log reads without looking anything up. */
export async function describeService(tx: Tx, id: string) {
  const service = await tx.service.findUnique({
    where: { id },
    include: { dependencies: { include: { dependsOn: true }, orderBy: { dependsOnId: 'asc' } } },
  });
  if (!service) return null;
  // Asked for in turn: Prisma would ask for all of one row's relations at once, on the one connection.
  const { teamId, policyId } = service;
  const named = { select: { id: true, name: true } };
  const team = teamId === null ? null : await tx.team.findUnique({ where: { id: teamId }, ...named });
  const policy = policyId === null ? null : await tx.escalationPolicy.findUnique({ where: { id: policyId }, ...named });
  return {
    name: service.name,
    tier: service.tier,
    team,
    description: service.description,
    policy,
    dependencies: service.dependencies.map(({ dependsOn: { id, name } }) => ({ id, name })),
  };
}
