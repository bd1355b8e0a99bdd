import { database } from '@/lib/store/database';

/** Whether there is anybody who could sign in. */
export async function isSetUp(): Promise<boolean> {
  return (await database.person.findFirst({ select: { id: true } })) !== null;
}
