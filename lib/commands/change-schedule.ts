import { z } from 'zod';
import { changeBetween } from '@/lib/core/catalog/change';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { inputJson } from '@/lib/store/input-json';
import { type KeptVersion } from '@/lib/store/schedules';
import { administer, basisInput, refuseStale } from './administer';
import { type Caller } from './caller';
import { describeSchedule, keptLayers, refuseSchedule, versionsWith } from './schedule-record';

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
    const { tx } = unit;
    const stream = `schedule:${id}`;
    const before = await describeSchedule(tx, id, now);
    const row = await tx.schedule.findUnique({ where: { id }, select: { versions: true } });
    if (!before || !row) return refuse('not-found', 'This schedule was deleted.');
    const refusal = (await refuseStale(unit, stream, input.basis, 'schedule')) ?? (await refuseSchedule(tx, id, input));
    if (refusal) return refusal;
    const { name, timeZone } = input;
    const kept = row.versions as unknown as KeptVersion[];
    const versions = inputJson(versionsWith(kept, keptLayers(input), now));
    await tx.schedule.update({ where: { id }, data: { name, timeZone, versions } });
    const change = changeBetween(before, (await describeSchedule(tx, id, now)) ?? {});
    if (change) {
      const fact = { kind: 'schedule.changed', data: { id, name, ...change } } as const;
      await recordFacts(unit, { stream, actor: caller.actor, now }, [fact]);
    }
    return { id, name };
  });
}
