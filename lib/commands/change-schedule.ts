import { z } from 'zod';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { changeRecord } from './record-kind';
import { scheduleKind } from './schedule-record';

/**
 * Rewrites a schedule from now on: who was on call before stays as it was. `basis` is how far its facts went when the editor
 * opened it.
 */
export async function changeSchedule(
  caller: Caller,
  id: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const schema = z.intersection(scheduleInput, basisInput);
  const what = { name: 'change-schedule', subject: id, schema, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const fresh = (stream: string) => refuseStale(unit, stream, input.basis, 'schedule');
    const saved = await changeRecord({ unit, actor: caller.actor, now }, scheduleKind, id, input, fresh);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
