import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { roleInput } from '@/lib/core/access/person-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { lookAtCallsTo, withdrawUnseen } from '@/lib/store/look-at-calls';
import { personStream } from '@/lib/store/people';
import { ringAccess } from '@/lib/store/sessions';
import { type Unit } from '@/lib/store/transact';
import { unnamedWork } from '@/lib/store/unnamed-work';
import { type Subject, administerPerson, refuseLastAdministrator } from './administer-person';
import { type Caller } from './caller';

const input = z.object({ role: roleInput });

/** Gives a person another role, at once: what is open in their browsers follows it, and no page waits for them that they may not answer any more. */
export async function changePersonRole(caller: Caller, id: string, draft: unknown): Promise<PersonRef | Refusal> {
  const what = { name: 'change-person-role', schema: input, draft };
  return administerPerson(caller, id, what, async (unit, person, { role }, now) => {
    if (person.role === role) return [];
    const refusal = (await refuseLastAdministrator(unit, person)) ?? (await refuseBlind(unit, person));
    if (refusal) return refusal;
    await unit.tx.person.update({ where: { id }, data: { role } });
    await withdrawUnseen(unit, id, role);
    await lookAtCallsTo(unit, id, now);
    ringAccess(unit, personStream(id));
    return [{ kind: 'person.role-changed', data: { person: { id, name: person.name }, from: person.role, to: role } }];
  });
}

/** An administrator sees private incidents without being named: whoever works in one must not lose sight of it unsaid. */
async function refuseBlind({ tx }: Unit, { id, name, role }: Subject): Promise<Refusal | null> {
  if (role !== 'administrator') return null;
  // Waits for acts that count on their being an administrator; later ones will find what they become.
  await tx.$queryRaw`select id from person where id = ${id} for no key update`;
  const [number] = await unnamedWork(tx, id);
  if (number === undefined) return null;
  return refuse(
    'conflict',
    `${name} has a role or work in INC-${number}, which is private and does not name them. Name them there first, or pass it on.`,
  );
}
