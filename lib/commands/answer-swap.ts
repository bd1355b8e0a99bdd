import { randomUUID } from 'node:crypto';
import { type Reader } from '@/lib/core/language/language';
import { answerSaid } from '@/lib/core/oncall/rota-said';
import { acceptSwap, refuseAnswer } from '@/lib/core/oncall/swap';
import { answerWords } from '@/lib/core/oncall/swap-words';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { loadSwap } from '@/lib/store/swaps';
import { tellPeople } from '@/lib/store/tell-people';
import { type Caller } from './caller';
import { changeSwap, scheduleStream } from './change-swap';
import { personCallable } from './person-callable';
import { refuseManyOverrides } from './refuse-many-overrides';

/**
 * Accepts a shift that is offered, which puts each on call for the other at once, or declines one that is offered to oneself. Of
 * racing acceptances the first counts.
 */
export async function answerSwap(
  caller: Caller,
  scheduleId: string,
  { id, take }: { id: string; take: boolean },
): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'answer-swap', schedule: scheduleId, draft: { id, take } };
  return changeSwap(caller, what, async (unit, { actor, schedule, now }) => {
    const { tx } = unit;
    const swap = await loadSwap(tx, scheduleId, id);
    if (!swap) return refuse('not-found', 'There is no such offer.');
    if (!take && !swap.to) return refuse('not-allowed', 'It is offered to anyone: leave it to them.');
    const handed = take ? acceptSwap(actor, swap, schedule, now) : (refuseAnswer(actor, swap, schedule, now) ?? []);
    if (isRefusal(handed)) return handed;
    for (const { person } of handed) {
      if (!(await personCallable(unit, person.id)))
        return refuse('changed-meanwhile', `${person.name} cannot be on call any more.`);
      const many = await refuseManyOverrides(unit, scheduleId, person, now);
      if (many) return many;
    }
    const state = take ? 'accepted' : 'declined';
    await tx.swap.update({ where: { id }, data: { state, answeredBy: actor.id, answeredAt: new Date(now) } });
    const { offerer, shift, back } = swap;
    const person = { id: actor.id, name: actor.name };
    for (const { person: taker, from, to } of handed) {
      const times = { from: new Date(from), to: new Date(to), createdAt: new Date(now) };
      const reason = `Swap of ${offerer.name} and ${person.name}`;
      await tx.override.create({
        data: { id: randomUUID(), scheduleId, personId: taker.id, reason, swap: id, ...times },
      });
    }
    const stream = scheduleStream(schedule);
    const data = { schedule: { id: schedule.id, name: schedule.name }, id, shift, back, offerer };
    const [fact] = await recordFacts(unit, { stream, actor, now }, [
      take ? { kind: 'swap.accepted', data: { ...data, person } } : { kind: 'swap.declined', data },
    ]);
    const words = answerWords(schedule, swap, person, take);
    const told = { people: [offerer.id], kind: 'swap-answered', url: '/oncall', ...words } as const;
    const outside = (reader: Reader) => answerSaid(schedule, swap, { by: person, take }, reader);
    await tellPeople(unit, { stream, seq: fact?.seq ?? 0, now }, { ...told, outside, zone: schedule.timeZone });
    return { id, name: offerer.name };
  });
}
