import { randomUUID } from 'node:crypto';
import { type Reader } from '@/lib/core/language/language';
import { offerSaid } from '@/lib/core/oncall/rota-said';
import { type Swap, refuseOffer, rotaOf, swapInput } from '@/lib/core/oncall/swap';
import { offerWords } from '@/lib/core/oncall/swap-words';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { loadOwnOffers } from '@/lib/store/swaps';
import { tellPeople } from '@/lib/store/tell-people';
import { type Caller, parse } from './caller';
import { changeSwap, scheduleStream } from './change-swap';
import { personCallable } from './person-callable';

/** Offers a shift of one's own to a person or to anyone of the rota, perhaps for one in return, and tells them. */
export async function offerSwap(
  caller: Caller,
  scheduleId: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const parsed = parse(swapInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { input } = parsed;
  const what = { name: 'offer-swap', schedule: scheduleId, draft };
  return changeSwap(caller, what, async (unit, { actor, schedule, now }) => {
    const to = input.to === '' ? null : await personCallable(unit, input.to);
    const others = await loadOwnOffers(unit.tx, scheduleId, actor.id);
    const refusal = refuseOffer(actor, input, { schedule, to, others, now });
    if (refusal) return refusal;
    const offerer = { id: actor.id, name: actor.name };
    const { shift, back, note } = input;
    const swap: Swap = { id: randomUUID(), offerer, to, shift, back, note, state: 'offered' };
    await unit.tx.swap.create({
      data: {
        id: swap.id,
        scheduleId,
        offererId: actor.id,
        toId: to?.id ?? null,
        from: new Date(shift.from),
        to: new Date(shift.to),
        returnFrom: back && new Date(back.from),
        returnTo: back && new Date(back.to),
        note,
        state: swap.state,
        createdAt: new Date(now),
      },
    });
    const stream = scheduleStream(schedule);
    const ref = { id: schedule.id, name: schedule.name };
    const data = { schedule: ref, id: swap.id, shift, back, to };
    const [fact] = await recordFacts(unit, { stream, actor, now }, [{ kind: 'swap.offered', data }]);
    const people = (to ? [to] : rotaOf(schedule)).map(({ id }) => id).filter((id) => id !== actor.id);
    const told = { people, kind: 'swap-offered', url: '/oncall', ...offerWords(schedule, swap) } as const;
    const outside = (reader: Reader) => offerSaid(schedule, swap, reader);
    await tellPeople(unit, { stream, seq: fact?.seq ?? 0, now }, { ...told, outside, zone: schedule.timeZone });
    return { id: swap.id, name: to?.name ?? 'anyone of the rota' };
  });
}
