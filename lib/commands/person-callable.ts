import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { mayAct } from '@/lib/core/access/may';
import { type Unit } from '@/lib/store/transact';

/** This person if they are here and may be on call, which stays so until the transaction ends; else null. */
export async function personCallable({ tx }: Pick<Unit, 'tx'>, id: string): Promise<PersonRef | null> {
  const [person] = await tx.$queryRaw<(PersonRef & { role: PersonRole; active: boolean })[]>`
    select id, name, role, active from person where id = ${id} for share`;
  return person?.active && mayAct(person) ? { id: person.id, name: person.name } : null;
}
