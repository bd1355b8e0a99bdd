import { mayAdminister } from '@/lib/core/access/may';
import { idSchema } from '@/lib/core/incident/act';
import { mayPutOnCall } from '@/lib/core/oncall/override-rule';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { lockStream } from '@/lib/store/lock-stream';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/**
 * Takes an override back: an administrator any, a responder their own. One that has begun ends now: who was on call stays as it was.
 */
export async function removeOverride(
  caller: Caller,
  scheduleId: string,
  id: string,
): Promise<{ id: string; name: string } | Refusal> {
  const { actor } = caller;
  if (isRefusal(parse(idSchema, id)) || isRefusal(parse(idSchema, scheduleId))) {
    return refuse('not-found', 'There is no such override.');
  }
  return counted('remove-override', () =>
    once(caller, { name: 'remove-override', subject: scheduleId, draft: id }, async (unit) => {
      const { tx } = unit;
      await lockStream(tx, 'lock:catalog');
      const now = await readClock(tx);
      const row = await tx.override.findFirst({
        where: { id, scheduleId },
        include: { person: { select: { id: true, name: true } } },
      });
      if (!row) return refuse('not-found', 'This override was taken back already.');
      const { person } = row;
      if (!mayPutOnCall(actor, person.id)) {
        return refuse('not-allowed', 'Only an administrator takes back that somebody else is on call.');
      }
      if (row.swap !== null && !mayAdminister(actor)) {
        return refuse('not-allowed', 'This came of a swap: offer the shift, or ask an administrator.');
      }
      const [from, to] = [row.from.toISOString(), row.to.toISOString()];
      if (to <= now) return refuse('expired', 'This override is over: who was on call stays as it was.');
      if (from < now) await tx.override.update({ where: { id }, data: { to: new Date(now) } });
      else await tx.override.delete({ where: { id } });
      const where = { id: scheduleId };
      const schedule = await tx.schedule.findUniqueOrThrow({ where, select: { id: true, name: true } });
      const data = { schedule, id, person, from, to };
      await recordFacts(unit, { stream: `schedule:${scheduleId}`, actor, now }, [{ kind: 'override.removed', data }]);
      return { id, name: person.name };
    }),
  );
}
