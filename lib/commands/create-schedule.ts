import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { administer } from './administer';
import { type Caller } from './caller';
import { createRecord } from './record-kind';
import { scheduleKind } from './schedule-record';

/** Writes down who is on call, from now on. Answers with its id, which is made from its name and never changes. */
export async function createSchedule(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-schedule', schema: scheduleInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const saved = await createRecord({ unit, actor: caller.actor, now }, scheduleKind, input);
    return isRefusal(saved) ? saved : { id: saved.id, name: saved.name };
  });
}
