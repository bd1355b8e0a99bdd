import { type z } from 'zod';
import { type PersonRef, type PersonRole } from '@/lib/core/access/actor';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { personStream } from '@/lib/store/people';
import { type Unit } from '@/lib/store/transact';
import { administer } from './administer';
import { type Caller } from './caller';

/** A person as an administrator's act finds them. */
export interface Subject {
  id: string;
  name: string;
  role: PersonRole;
  active: boolean;
}

/** What every act of an administrator on a person shares. `work` answers with the facts that came of it. */
export async function administerPerson<Input>(
  caller: Caller,
  id: string,
  { name, schema, draft }: { name: string; schema: z.ZodType<Input>; draft: unknown },
  work: (unit: Unit, person: Subject, input: Input, now: Instant) => Promise<NewAdministrationFact[] | Refusal>,
): Promise<PersonRef | Refusal> {
  return administer(caller, { name, schema, draft, subject: id, lock: 'people' }, async (unit, input, now) => {
    const row = await unit.tx.person.findUnique({
      where: { id },
      select: { id: true, name: true, role: true, active: true },
    });
    if (!row) return refuse('not-found', 'There is no such person.');
    const facts = await work(unit, { ...row, role: row.role as PersonRole }, input, now);
    if (isRefusal(facts)) return facts;
    await recordFacts(unit, { stream: personStream(id), actor: caller.actor, now }, facts);
    return { id, name: row.name };
  });
}

/** Refuses to leave nobody who could administer. The caller holds the lock on people. */
export async function refuseLastAdministrator({ tx }: Unit, person: Subject): Promise<Refusal | null> {
  if (person.role !== 'administrator' || !person.active) return null;
  const other = await tx.person.findFirst({
    where: { role: 'administrator', active: true, id: { not: person.id } },
    select: { id: true },
  });
  if (other) return null;
  return refuse('conflict', `${person.name} is the only active administrator. Make somebody else one first.`);
}
