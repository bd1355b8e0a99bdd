import { keyOf } from '@/lib/core/catalog/key-of';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { type Refusal } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { inputJson } from '@/lib/store/input-json';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeSchedule, keptLayers, refuseSchedule, versionsWith } from './schedule-record';
import { usedKeys } from './used-keys';

/** Writes down who is on call, from now on. Answers with its id, which is made from its name and never changes. */
export async function createSchedule(caller: Caller, draft: unknown): Promise<{ id: string; name: string } | Refusal> {
  const what = { name: 'create-schedule', schema: scheduleInput, draft, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, input, now) => {
    const refusal = await refuseSchedule(unit.tx, null, input);
    if (refusal) return refusal;
    const { name, timeZone } = input;
    const id = keyOf(name, 'schedule', await usedKeys(unit, 'schedule'));
    const versions = inputJson(versionsWith([], keptLayers(input), now));
    await unit.tx.schedule.create({ data: { id, name, timeZone, versions } });
    const after = (await describeSchedule(unit.tx, id, now)) ?? {};
    const place = { stream: `schedule:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'schedule.created', data: { id, name, after } }]);
    return { id, name };
  });
}
