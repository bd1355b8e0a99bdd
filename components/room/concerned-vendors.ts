import { type Room, type RoomVendor } from '@/components/live/room-context';

/** The vendors that services of the incident stand on. */
export function concernedVendors({ vendors, incident }: Pick<Room, 'vendors' | 'incident'>): RoomVendor[] {
  const broken = new Set(incident.services.map(({ id }) => id));
  return vendors.filter((vendor) => vendor.services.some((service) => broken.has(service)));
}
