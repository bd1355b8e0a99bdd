import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { endSessions } from '@/lib/store/sessions';
import { administerPerson } from './administer-person';
import { type Caller } from './caller';

/** Signs a person out everywhere, at an administrator's word. */
export async function endPersonSessions(caller: Caller, id: string): Promise<PersonRef | Refusal> {
  const what = { name: 'end-person-sessions', schema: z.object({}), draft: {} };
  return administerPerson(caller, id, what, async (unit, person) => {
    const count = await endSessions(unit, id);
    return count > 0 ? [{ kind: 'sessions.revoked', data: { person: { id, name: person.name }, count } }] : [];
  });
}
