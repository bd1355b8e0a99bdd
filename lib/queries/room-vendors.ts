import { type VendorParticulars } from '@/lib/core/catalog/vendor';
import { readVendors } from './vendors';

/** A vendor as a room speaks of it: how to reach it, and the ids of the services that stand on it. */
export interface RoomVendor extends VendorParticulars {
  id: string;
  services: string[];
}

/** Every vendor, by name. */
export async function readRoomVendors(): Promise<RoomVendor[]> {
  const vendors = await readVendors();
  return vendors.map(({ basis: _basis, services, ...vendor }) => ({
    ...vendor,
    services: services.map(({ id }) => id),
  }));
}
