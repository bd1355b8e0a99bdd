import { type PersonRef } from '@/lib/core/access/actor';
import { type NewAdministrationFact } from '@/lib/core/facts';
import { type Instant } from '@/lib/core/instant';
import { isRefusal, type Refusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { personStream } from '@/lib/store/people';
import { type Unit } from '@/lib/store/transact';
import { type Caller } from './caller';
import { counted } from './counted';
import { once } from './once';

/** What every act of a person on their own account shares. `work` answers with the facts that came of it. */
export async function actOnSelf(
  caller: Caller,
  what: { name: string } & Record<string, unknown>,
  work: (unit: Unit, self: PersonRef, now: Instant) => Promise<NewAdministrationFact[] | Refusal>,
): Promise<PersonRef | Refusal> {
  const { actor } = caller;
  if (actor.kind !== 'person') return refuse('not-allowed', 'Only people have an account.');
  return counted(what.name, () =>
    once(caller, what, async (unit) => {
      const self = { id: actor.id, name: actor.name };
      await unit.tx.$queryRaw`select id from person where id = ${actor.id} for update`;
      const now = await readClock(unit.tx);
      const facts = await work(unit, self, now);
      if (isRefusal(facts)) return facts;
      await recordFacts(unit, { stream: personStream(actor.id), actor, now }, facts);
      return self;
    }),
  );
}
