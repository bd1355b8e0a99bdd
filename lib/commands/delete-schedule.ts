import { z } from 'zod';
import { type Refusal, refuse } from '@/lib/core/refusal';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';
import { describeSchedule } from './schedule-record';

/** Deletes a schedule that no escalation policy calls. */
export async function deleteSchedule(caller: Caller, id: string): Promise<{ name: string } | Refusal> {
  const what = { name: 'delete-schedule', subject: id, schema: z.null(), draft: null, lock: 'catalog' } as const;
  return administer(caller, what, async (unit, _, now) => {
    const { tx } = unit;
    const before = await describeSchedule(tx, id, now);
    if (!before) return refuse('not-found', 'This schedule was deleted already.');
    const called = JSON.stringify([{ targets: [{ kind: 'schedule', id }] }]);
    const [policy] = await tx.$queryRaw<{ name: string }[]>`
      select name from escalation_policy where steps @> ${called}::jsonb order by name limit 1`;
    if (policy) return refuse('conflict', `The escalation policy ${policy.name} calls it. Take it out there first.`);
    const { name } = before;
    await tx.schedule.delete({ where: { id } });
    const place = { stream: `schedule:${id}`, actor: caller.actor, now };
    await recordFacts(unit, place, [{ kind: 'schedule.deleted', data: { id, name, before } }]);
    return { name };
  });
}
