import { type VendorContact } from '@/lib/core/catalog/vendor';
import { type VendorInput } from '@/lib/core/catalog/vendor-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { inputJson } from '@/lib/store/input-json';
import { type Unit } from '@/lib/store/transact';
import { type RecordKind } from './record-kind';

type Tx = Unit['tx'];

/** A vendor; not deleted while an open incident waits for its answer, or a step of a policy writes to it. */
export const vendorKind: RecordKind<VendorInput> = {
  noun: 'vendor',
  words: 'vendor',
  refuse: refuseVendor,
  insert: async (tx, id, input) => {
    await tx.vendor.create({ data: { id, ...rowOf(input) } });
    await writeVendorServices(tx, id, input.services);
  },
  update: async (tx, id, input) => {
    await tx.vendor.update({ where: { id }, data: rowOf(input) });
    await writeVendorServices(tx, id, input.services);
  },
  describe: describeVendor,
  refuseDeletion: async (tx, id, name) => {
    const waiting = JSON.stringify([{ vendor: { id }, state: 'waiting' }]);
    const [incident] = await tx.$queryRaw<{ number: number }[]>`
      select number from incident where open and state -> 'vendors' @> ${waiting}::jsonb limit 1`;
    if (incident)
      return refuse('conflict', `An open incident waits for an answer from ${name}. Give it up there first.`);
    const asked = JSON.stringify([{ targets: [{ kind: 'vendor', id }] }]);
    const [policy] = await tx.$queryRaw<{ name: string }[]>`
      select name from escalation_policy where steps @> ${asked}::jsonb order by name limit 1`;
    return policy
      ? refuse('conflict', `The escalation policy ${policy.name} writes to it. Take it out there first.`)
      : null;
  },
  remove: (tx, id) => tx.vendor.delete({ where: { id } }),
};

/** What stands against writing this vendor down: a name in use, or a service that is not there. */
async function refuseVendor(tx: Tx, id: string | null, { name, services }: VendorInput): Promise<Refusal | null> {
  const double = await tx.vendor.findFirst({
    where: { name: { equals: name, mode: 'insensitive' }, ...(id !== null && { NOT: { id } }) },
  });
  if (double) {
    const message = `There is a vendor called ${double.name} already.`;
    return refuse('taken', message, { name: message });
  }
  const known = await tx.service.count({ where: { id: { in: services } } });
  if (known === services.length) return null;
  const message = 'One of these services does not exist any more.';
  return refuse('invalid', message, { services: message });
}

/** The columns of a vendor, without the services that stand on it. */
function rowOf(input: VendorInput) {
  const { name, description, contract, account, phone, email, portal, statusPage, contacts } = input;
  return { name, description, contract, account, phone, email, portal, statusPage, contacts: inputJson(contacts) };
}

/** Makes `services` all that stand on this vendor. */
async function writeVendorServices(tx: Tx, vendorId: string, services: readonly string[]): Promise<void> {
  await tx.vendorService.deleteMany({ where: { vendorId, serviceId: { notIn: [...services] } } });
  await tx.vendorService.createMany({
    data: services.map((serviceId) => ({ vendorId, serviceId })),
    skipDuplicates: true,
  });
}

/** A vendor as its facts speak of it: all of it, with names beside ids. */
async function describeVendor(tx: Tx, id: string) {
  const vendor = await tx.vendor.findUnique({
    where: { id },
    include: { services: { include: { service: true }, orderBy: { serviceId: 'asc' } } },
  });
  if (!vendor) return null;
  const { id: _id, services, contacts, ...rest } = vendor;
  return {
    ...rest,
    contacts: contacts as unknown as VendorContact[],
    services: services.map(({ service }) => ({ id: service.id, name: service.name })),
  };
}
