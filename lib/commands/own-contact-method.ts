import { type PersonRef } from '@/lib/core/access/actor';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { idSchema } from '@/lib/core/incident/act';
import { type Instant } from '@/lib/core/instant';
import { type ChannelName } from '@/lib/core/notification/channels';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { type Transaction } from '@/lib/store/database';
import { type Unit } from '@/lib/store/transact';
import { actOnSelf } from './act-on-self';
import { type Caller, parse } from './caller';

export type OwnMethod = NonNullable<Awaited<ReturnType<Transaction['contactMethod']['findFirst']>>> & {
  channel: ChannelName;
};

interface Found {
  unit: Unit;
  self: PersonRef;
  method: OwnMethod;
  now: Instant;
}

const gone = refuse('not-found', 'You removed this contact method already.');

/** What every act on one of one's own contact methods shares: nobody else's is found. */
export async function actOnOwnMethod(
  caller: Caller,
  { name, methodId, draft }: { name: string; methodId: string; draft?: unknown },
  work: (found: Found) => Promise<NewAdministrationFact[] | Refusal>,
): Promise<PersonRef | Refusal> {
  if (isRefusal(parse(idSchema, methodId))) return gone;
  return actOnSelf(caller, { name, methodId, draft }, async (unit, self, now) => {
    const method = await unit.tx.contactMethod.findFirst({ where: { id: methodId, personId: self.id } });
    return method ? work({ unit, self, method: method as OwnMethod, now }) : gone;
  });
}
