import { z } from 'zod';
import { changeService } from '@/lib/commands/change-service';
import { createService } from '@/lib/commands/create-service';
import { deleteService } from '@/lib/commands/delete-service';
import { type Actor } from '@/lib/core/access/actor';
import { serviceInput } from '@/lib/core/catalog/service';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { idOfPolicy, idOfTeam, idsOfServices } from '@/lib/queries/api-names';
import { readServices } from '@/lib/queries/services';
import { namingFields, resolve } from '../act-route';
import { jsonSchemaOf, withFields } from '../json-schema';
import { type JsonSchema, type Route } from '../route';
import { recordSchema, serviceSchema } from '../catalog-schemas';

const tag = 'Catalog';

async function listServices(actor: Actor): Promise<z.output<typeof serviceSchema>[]> {
  const services = await readServices(actor);
  const names = new Map(services.map(({ id, name }) => [id, name]));
  return services.map(({ leads: _leads, neededBy: _neededBy, open: _open, needs, ...service }) => {
    return { ...service, dependsOn: needs.map((need) => ({ id: need, name: names.get(need) ?? need })) };
  });
}

const list: Route = {
  method: 'GET',
  path: '/services',
  name: 'listServices',
  tag,
  summary: 'Services, with their teams and what they depend on',
  answer: { status: 200, says: 'All of them', schema: z.object({ services: z.array(serviceSchema) }) },
  run: async ({ actor }) => ({ status: 200, body: { services: await listServices(actor) } }),
};

const draftSchema = jsonSchemaOf(serviceInput, 'input');
const fieldsOf = ({ properties }: JsonSchema) => (properties ?? {}) as Record<string, JsonSchema>;
const body: JsonSchema = withFields(draftSchema, {
  tier: { type: 'integer', minimum: 1, maximum: 4, description: '1 is what the business stands on.' },
  team: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'The owning team’s id or name.' },
  policy: {
    anyOf: [{ type: 'string' }, { type: 'null' }],
    description: 'The id or name of the escalation policy by which it pages; null for none.',
  },
  primary: { ...fieldsOf(draftSchema).primary, description: 'Whom to ask about it; null for nobody.' },
  backup: {
    ...fieldsOf(draftSchema).backup,
    description: 'Whom to ask when the primary contact does not answer; another than that.',
  },
  ...namingFields(draftSchema, ['dependencies'], 'the id or name of a service that it directly needs'),
});
const { required: _all, ...partial } = withFields(body, {
  basis: {
    type: 'integer',
    minimum: 0,
    description: 'The `basis` that you read. Without it the change is made on what is there.',
  },
});

async function named(given: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { team, policy, dependencies, ...rest } = given;
  return {
    ...rest,
    ...(team === undefined ? {} : { team: typeof team === 'string' && team ? await idOfTeam(team) : team }),
    ...(policy === undefined
      ? {}
      : { policy: typeof policy === 'string' && policy ? await idOfPolicy(policy) : policy }),
    ...(dependencies === undefined ? {} : { dependencies: await resolve(dependencies, idsOfServices) }),
  };
}

const create: Route = {
  method: 'POST',
  path: '/services',
  name: 'createService',
  tag,
  summary: 'Write a service into the catalog (administrators)',
  body,
  answer: { status: 201, says: 'Created', schema: recordSchema },
  run: async ({ actor, requestKey, body: given }) => {
    const made = await createService({ actor, requestKey }, await named(given));
    return isRefusal(made) ? made : { status: 201, body: made };
  },
};

const change: Route = {
  method: 'PATCH',
  path: '/services/{service}',
  name: 'changeService',
  tag,
  summary: 'Change a service (administrators)',
  description: 'Fields left out stay as they are. A circle of dependencies is refused, with the path that closes it.',
  body: partial,
  answer: { status: 200, says: 'Changed, or as it was already', schema: recordSchema },
  run: async ({ actor, body: given, params }) => {
    const service = (await listServices(actor)).find(({ id }) => id === params.service);
    if (!service) return refuse('not-found', 'There is no such service.');
    const { id, team, policy, dependsOn, ...rest } = service;
    const before = {
      ...rest,
      team: team?.id ?? null,
      policy: policy?.id ?? null,
      dependencies: dependsOn.map((each) => each.id),
    };
    const changed = await changeService({ actor }, id, { ...before, ...(await named(given)) });
    return isRefusal(changed) ? changed : { status: 200, body: changed };
  },
};

const remove: Route = {
  method: 'DELETE',
  path: '/services/{service}',
  name: 'deleteService',
  tag,
  summary: 'Take a service out of the catalog (administrators)',
  description: 'Not while an open incident is about it.',
  answer: { status: 200, says: 'Deleted', schema: recordSchema },
  run: async ({ actor, params }) => {
    const id = params.service ?? '';
    const deleted = await deleteService({ actor }, id);
    return isRefusal(deleted) ? deleted : { status: 200, body: { id, ...deleted } };
  },
};

export const services: Route[] = [list, create, change, remove];
