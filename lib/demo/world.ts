import { database } from '@/lib/store/database';
import { loadRoles } from '@/lib/store/mentioned';
import { currentPolicy } from '@/lib/store/policy';
import { type World } from './rehearse';

/** The sample company as the database has it now. */
export async function readWorld(): Promise<World> {
  const services = await database.service.findMany({ select: { id: true, name: true } });
  return { services, roles: await loadRoles(), policy: await currentPolicy() };
}
