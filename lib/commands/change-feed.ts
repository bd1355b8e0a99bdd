import { type PersonRef } from '@/lib/core/access/actor';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { idSchema } from '@/lib/core/incident/act';
import { type Instant } from '@/lib/core/instant';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { type Unit } from '@/lib/store/transact';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

interface Feed {
  person: PersonRef;
  schedule: { id: string; name: string } | null;
  now: Instant;
}

/** What making and revoking a feed share: the person's row is locked, and the schedule is there. */
export async function changeFeed(
  caller: Caller,
  what: { name: string; schedule: string | null },
  work: (unit: Unit, feed: Feed) => Promise<NewAdministrationFact[]>,
): Promise<PersonRef | Refusal> {
  const none = refuse('not-found', 'There is no such schedule.');
  const { schedule: id } = what;
  if (id !== null && isRefusal(parse(idSchema, id))) return none;
  return actOnSelf(caller, what, async (unit, person, now) => {
    const schedule =
      id === null ? null : await unit.tx.schedule.findUnique({ where: { id }, select: { id: true, name: true } });
    return id !== null && !schedule ? none : work(unit, { person, schedule, now });
  });
}
