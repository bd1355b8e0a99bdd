import { type VendorContact } from '@/lib/core/catalog/vendor';
import { type VendorInput } from '@/lib/core/catalog/vendor-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { inputJson } from '@/lib/store/input-json';
import { type Unit } from '@/lib/store/transact';

type Tx = Unit['tx'];

/** What stands against writing this vendor down: a name in use, or a service that is not there. */
export async function refuseVendor(
  tx: Tx,
  id: string | null,
  { name, services }: VendorInput,
): Promise<Refusal | null> {
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
export function rowOf({ services: _services, contacts, ...rest }: VendorInput) {
  return { ...rest, contacts: inputJson(contacts) };
}

/** Makes `services` all that stand on this vendor. */
export async function writeVendorServices(tx: Tx, vendorId: string, services: readonly string[]): Promise<void> {
  await tx.vendorService.deleteMany({ where: { vendorId, serviceId: { notIn: [...services] } } });
  await tx.vendorService.createMany({
    data: services.map((serviceId) => ({ vendorId, serviceId })),
    skipDuplicates: true,
  });
}

/** A vendor as its facts speak of it: all of it, with names beside ids. */
export async function describeVendor(tx: Tx, id: string) {
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
