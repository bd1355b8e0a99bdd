import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { administerPerson } from './administer-person';
import { type Caller } from './caller';

/** Lets a deactivated person sign in again. */
export async function reactivatePerson(caller: Caller, id: string): Promise<PersonRef | Refusal> {
  const what = { name: 'reactivate-person', schema: z.object({}), draft: {} };
  return administerPerson(caller, id, what, async (unit, person) => {
    if (person.active) return [];
    await unit.tx.person.update({ where: { id }, data: { active: true } });
    return [{ kind: 'person.reactivated', data: { person: { id, name: person.name } } }];
  });
}
