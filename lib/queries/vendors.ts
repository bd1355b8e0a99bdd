import { type ServiceRef } from '@/lib/core/incident/incident';
import { type VendorContact, type VendorParticulars } from '@/lib/core/catalog/vendor';
import { database } from '@/lib/store/database';

/** A vendor with the services that stand on it; `basis` is how far its facts go, for whoever edits it. */
export interface VendorView extends VendorParticulars {
  id: string;
  services: ServiceRef[];
  basis: number;
}

/** Every vendor, by name. */
export async function readVendors(): Promise<VendorView[]> {
  const [rows, reached] = await Promise.all([
    database.vendor.findMany({
      orderBy: { name: 'asc' },
      include: {
        services: { select: { service: { select: { id: true, name: true } } }, orderBy: { serviceId: 'asc' } },
      },
    }),
    database.$queryRaw<{ id: string; basis: number }[]>`
      select vendor.id, coalesce((select max(seq) from fact where stream = 'vendor:' || vendor.id), 0)::int as basis
      from vendor`,
  ]);
  const basisOf = new Map(reached.map(({ id, basis }) => [id, basis]));
  return rows.map(({ services, contacts, ...row }) => ({
    ...row,
    contacts: contacts as unknown as VendorContact[],
    services: services.map(({ service }) => service),
    basis: basisOf.get(row.id) ?? 0,
  }));
}
