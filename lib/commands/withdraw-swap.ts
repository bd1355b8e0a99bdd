import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { loadSwap } from '@/lib/store/swaps';
import { type Caller } from './caller';
import { changeSwap, scheduleStream } from './change-swap';

/** Takes one's own offer back while nobody has accepted it. */
export async function withdrawSwap(caller: Caller, scheduleId: string, id: string): Promise<{ id: string } | Refusal> {
  const what = { name: 'withdraw-swap', schedule: scheduleId, draft: id };
  return changeSwap(caller, what, async (unit, { actor, schedule, now }) => {
    const swap = await loadSwap(unit.tx, scheduleId, id);
    if (!swap) return refuse('not-found', 'There is no such offer.');
    if (actor.kind !== 'person' || swap.offerer.id !== actor.id) {
      return refuse('not-allowed', 'Only whoever offered it withdraws it.');
    }
    if (swap.state === 'withdrawn') return { id };
    if (swap.state !== 'offered') return refuse('changed-meanwhile', 'It was answered already.');
    await unit.tx.swap.update({ where: { id }, data: { state: 'withdrawn', answeredAt: new Date(now) } });
    const { shift, back } = swap;
    const data = { schedule: { id: schedule.id, name: schedule.name }, id, shift, back };
    await recordFacts(unit, { stream: scheduleStream(schedule), actor, now }, [{ kind: 'swap.withdrawn', data }]);
    return { id };
  });
}
