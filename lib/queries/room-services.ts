import { type Contact } from '@/lib/core/catalog/contact';
import { type ServiceRef } from '@/lib/core/incident/incident';
import { readClock } from '@/lib/store/clock';
import { loadContacts } from '@/lib/store/contacts';
import { database } from '@/lib/store/database';

/** A service as a room speaks of it: whom to ask about it at the time of reading, and what it directly needs. */
export interface RoomService extends ServiceRef {
  tier: number;
  primary: Contact | null;
  backup: Contact | null;
  needs: string[];
}

/** Every service, the most important first. */
export async function readRoomServices(): Promise<RoomService[]> {
  const [rows, now] = await Promise.all([
    database.service.findMany({
      select: { id: true, name: true, tier: true, primary: true, backup: true, dependencies: true },
      orderBy: [{ tier: 'asc' }, { name: 'asc' }],
    }),
    readClock(),
  ]);
  const contacts = await loadContacts(
    database,
    rows.flatMap(({ primary, backup }) => [primary, backup]),
    now,
  );
  return rows.map(({ dependencies, primary, backup, ...row }) => ({
    ...row,
    primary: contacts.get(primary ?? '') ?? null,
    backup: contacts.get(backup ?? '') ?? null,
    needs: dependencies.map(({ dependsOnId }) => dependsOnId),
  }));
}
