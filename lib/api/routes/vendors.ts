import { z } from 'zod';
import { changeVendor } from '@/lib/commands/change-vendor';
import { createVendor } from '@/lib/commands/create-vendor';
import { deleteVendor } from '@/lib/commands/delete-vendor';
import { vendorInput } from '@/lib/core/catalog/vendor-input';
import { isRefusal, refuse } from '@/lib/core/refusal';
import { idsOfServices } from '@/lib/queries/api-names';
import { readVendors } from '@/lib/queries/vendors';
import { actRoute, namingFields, resolve } from '../act-route';
import { jsonSchemaOf, withFields } from '../json-schema';
import { readIncidentPart } from '../read-part';
import { type Route } from '../route';
import { recordSchema, vendorSchema } from '../catalog-schemas';
import { vendorCaseSchema } from '../incident-schemas';

const tag = 'Vendors';
const path = '/vendors/{vendor}';
const fromPath = { vendor: { field: 'vendor' } };

const draftSchema = jsonSchemaOf(vendorInput, 'input');
const body = withFields(
  draftSchema,
  namingFields(draftSchema, ['services'], 'the id or name of a service that stands on it'),
);
const { required: _all, ...partial } = withFields(body, {
  basis: {
    type: 'integer',
    minimum: 0,
    description: 'The `basis` that you read. Without it the change is made on what is there.',
  },
});

async function named({ services, ...rest }: Record<string, unknown>): Promise<Record<string, unknown>> {
  return services === undefined ? rest : { ...rest, services: await resolve(services, idsOfServices) };
}

export const vendors: Route[] = [
  {
    method: 'GET',
    path: '/vendors',
    name: 'listVendors',
    tag,
    summary: 'Vendors: the third parties that services stand on',
    answer: { status: 200, says: 'All of them', schema: z.object({ vendors: z.array(vendorSchema) }) },
    run: async () => ({ status: 200, body: { vendors: await readVendors() } }),
  },
  {
    method: 'POST',
    path: '/vendors',
    name: 'createVendor',
    tag,
    summary: 'Write a vendor down (administrators)',
    body,
    answer: { status: 201, says: 'Created', schema: recordSchema },
    run: async ({ actor, requestKey, body: given }) => {
      const made = await createVendor({ actor, requestKey }, await named(given));
      return isRefusal(made) ? made : { status: 201, body: made };
    },
  },
  {
    method: 'PATCH',
    path,
    name: 'changeVendor',
    tag,
    summary: 'Change a vendor (administrators)',
    description: 'Fields left out stay as they are.',
    body: partial,
    answer: { status: 200, says: 'Changed, or as it was already', schema: recordSchema },
    run: async ({ actor, body: given, params }) => {
      const vendor = (await readVendors()).find(({ id }) => id === params.vendor);
      if (!vendor) return refuse('not-found', 'There is no such vendor.');
      const { id, services, ...rest } = vendor;
      const before = { ...rest, services: services.map((service) => service.id) };
      const changed = await changeVendor({ actor }, id, { ...before, ...(await named(given)) });
      return isRefusal(changed) ? changed : { status: 200, body: changed };
    },
  },
  {
    method: 'DELETE',
    path,
    name: 'deleteVendor',
    tag,
    summary: 'Take a vendor out of the catalog (administrators)',
    description: 'Not while an open incident waits for its answer.',
    answer: { status: 200, says: 'Deleted', schema: recordSchema },
    run: async ({ actor, params }) => {
      const id = params.vendor ?? '';
      const deleted = await deleteVendor({ actor }, id);
      return isRefusal(deleted) ? deleted : { status: 200, body: { id, ...deleted } };
    },
  },
  readIncidentPart({
    path: '/vendors',
    name: 'listVendorCases',
    tag,
    summary: 'The vendors asked in an incident, and what they said',
    key: 'vendors',
    schema: vendorCaseSchema,
    read: (incident) => incident.vendors,
  }),
  actRoute({
    act: 'contact-vendor',
    path: '/vendors/{vendor}/contact',
    name: 'contactVendor',
    tag,
    summary: 'Say that a vendor was contacted, and chase them until they answer',
    description:
      'Whoever contacted them and the commander are reminded every `chaseMinutes`. Saying it again begins the wait anew.',
    fromPath,
  }),
  actRoute({
    act: 'note-vendor-answer',
    path: '/vendors/{vendor}/answer',
    name: 'noteVendorAnswer',
    tag,
    summary: 'Say what a vendor answered',
    description: 'With `chaseMinutes` more is waited for; without, nothing.',
    fromPath,
  }),
  actRoute({
    act: 'give-up-vendor',
    path: '/vendors/{vendor}/give-up',
    name: 'giveUpVendor',
    tag,
    summary: 'Wait for a vendor no longer',
    fromPath,
  }),
];
