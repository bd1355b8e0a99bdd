import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { nameInput } from '@/lib/core/access/person-input';
import { type Refusal } from '@/lib/core/refusal';
import { administerPerson } from './administer-person';
import { type Caller } from './caller';

const input = z.object({ name: nameInput });

/** Changes what a person is called from now on; facts keep the name of their time. */
export async function renamePerson(caller: Caller, id: string, draft: unknown): Promise<PersonRef | Refusal> {
  const what = { name: 'rename-person', schema: input, draft };
  return administerPerson(caller, id, what, async (unit, person, { name }) => {
    if (person.name === name) return [];
    await unit.tx.person.update({ where: { id }, data: { name } });
    return [{ kind: 'person.renamed', data: { person: { id, name }, from: person.name } }];
  });
}
