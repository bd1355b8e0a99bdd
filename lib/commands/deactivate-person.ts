import { z } from 'zod';
import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { withdrawFrom } from '@/lib/store/deliveries';
import { lookAtCallsTo } from '@/lib/store/look-at-calls';
import { endRecovery } from '@/lib/store/recovery';
import { endSessions } from '@/lib/store/sessions';
import { administerPerson, refuseLastAdministrator } from './administer-person';
import { type Caller } from './caller';

/** Locks a person out at once: every session and recovery link ends, nothing more is sent to them, and no page waits for them. What they did stays theirs. */
export async function deactivatePerson(caller: Caller, id: string): Promise<PersonRef | Refusal> {
  const what = { name: 'deactivate-person', schema: z.object({}), draft: {} };
  return administerPerson(caller, id, what, async (unit, person, _input, now) => {
    if (!person.active) return [];
    const refusal = await refuseLastAdministrator(unit, person);
    if (refusal) return refusal;
    // Whoever is writing to them now is waited for, and whoever begins to waits: so all that is written is taken back, or never is.
    await unit.tx.$queryRaw`select id from person where id = ${id} for update`;
    await unit.tx.person.update({ where: { id }, data: { active: false } });
    await endSessions(unit, id);
    await endRecovery(unit.tx, id);
    await withdrawFrom(unit.tx, id);
    await lookAtCallsTo(unit, id, now);
    return [{ kind: 'person.deactivated', data: { person: { id, name: person.name } } }];
  });
}
