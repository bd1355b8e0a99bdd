import { z } from 'zod';
import { changeEscalationPolicy } from '@/lib/commands/change-escalation-policy';
import { createEscalationPolicy } from '@/lib/commands/create-escalation-policy';
import { deleteEscalationPolicy } from '@/lib/commands/delete-escalation-policy';
import { escalationPolicyInput } from '@/lib/core/escalation/policy-input';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { readEscalationPolicies } from '@/lib/queries/escalation-policies';
import { jsonSchemaOf, withFields } from '../json-schema';
import { type Route } from '../route';
import { recordSchema } from '../catalog-schemas';
import { escalationPolicySchema } from '../paging-schemas';

const tag = 'Paging';

const body = jsonSchemaOf(escalationPolicyInput, 'input');
const { required: _all, ...partial } = withFields(body, {
  basis: {
    type: 'integer',
    minimum: 0,
    description: 'The `basis` that you read. Without it the change is made on what is there.',
  },
});

const path = '/escalation-policies/{policy}';

export const escalationPolicies: Route[] = [
  {
    method: 'GET',
    path: '/escalation-policies',
    name: 'listEscalationPolicies',
    tag,
    summary: 'Escalation policies: who is paged, in which order',
    answer: { status: 200, says: 'All of them', schema: z.object({ policies: z.array(escalationPolicySchema) }) },
    run: async () => {
      const policies = (await readEscalationPolicies()).map(({ services, ...policy }) => ({
        ...policy,
        services: services.map(({ id, name }) => ({ id, name })),
      }));
      return { status: 200, body: { policies } };
    },
  },
  {
    method: 'POST',
    path: '/escalation-policies',
    name: 'createEscalationPolicy',
    tag,
    summary: 'Write an escalation policy (administrators)',
    description:
      'Give it to a service with `policy` of that service. The target of kind `administrators` has the id `administrators`, that of kind `everyone` the id `everyone`.',
    body,
    answer: { status: 201, says: 'Created', schema: recordSchema },
    run: async ({ actor, requestKey, body: given }) => {
      const made = await createEscalationPolicy({ actor, requestKey }, given);
      return isRefusal(made) ? made : { status: 201, body: made };
    },
  },
  {
    method: 'PATCH',
    path,
    name: 'changeEscalationPolicy',
    tag,
    summary: 'Change an escalation policy (administrators)',
    description: 'Fields left out stay as they are. Pages that run keep the steps they began with.',
    body: partial,
    answer: { status: 200, says: 'Changed, or as it was already', schema: recordSchema },
    run: async ({ actor, body: given, params }) => {
      const policy = (await readEscalationPolicies()).find(({ id }) => id === params.policy);
      if (!policy) return refuse('not-found', 'There is no such escalation policy.');
      const { id, name, steps, repeats, ending, basis } = policy;
      const changed = await changeEscalationPolicy({ actor }, id, { name, steps, repeats, ending, basis, ...given });
      return isRefusal(changed) ? changed : { status: 200, body: changed };
    },
  },
  {
    method: 'DELETE',
    path,
    name: 'deleteEscalationPolicy',
    tag,
    summary: 'Delete an escalation policy (administrators)',
    description: 'Not while a service pages by it.',
    answer: { status: 200, says: 'Deleted', schema: recordSchema },
    run: async ({ actor, params }) => {
      const id = params.policy ?? '';
      const deleted = await deleteEscalationPolicy({ actor }, id);
      return isRefusal(deleted) ? deleted : { status: 200, body: { id, ...deleted } };
    },
  },
];
