import { randomUUID } from 'node:crypto';
import { type PersonRole } from '@/lib/core/access/actor';
import { mayAct } from '@/lib/core/access/may';
import { idSchema } from '@/lib/core/incident/act';
import { fromNowOn, overrideInput, refuseOverride } from '@/lib/core/oncall/override-rule';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { lockStream } from '@/lib/store/lock-stream';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';
import { refuseManyOverrides } from './refuse-many-overrides';

/**
 * Puts a person on call from `from` until `to`, whoever the layers of the schedule name. One that has begun already governs from
 * now on: who was on call before stays as it was.
 */
export async function addOverride(
  caller: Caller,
  scheduleId: string,
  draft: unknown,
): Promise<{ id: string; name: string } | Refusal> {
  const { actor } = caller;
  return counted('add-override', async () => {
    if (!mayAct(actor)) return refuse('not-allowed', 'Observers do not change who is on call.');
    const parsed = parse(overrideInput, draft);
    if (isRefusal(parsed)) return parsed;
    const { input } = parsed;
    if (isRefusal(parse(idSchema, scheduleId))) return refuse('not-found', 'There is no such schedule.');
    return once(caller, { name: 'add-override', subject: scheduleId, draft }, async (unit) => {
      const { tx } = unit;
      await lockStream(tx, 'lock:catalog');
      const now = await readClock(tx);
      const schedule = await tx.schedule.findUnique({ where: { id: scheduleId }, select: { id: true, name: true } });
      if (!schedule) return refuse('not-found', 'There is no such schedule.');
      const refusal = refuseOverride(actor, input, now);
      if (refusal) return refusal;
      const [person] = await tx.$queryRaw<{ id: string; name: string; role: PersonRole; active: boolean }[]>`
        select id, name, role, active from person where id = ${input.person} for share`;
      if (!person?.active) return refusePerson('This person is not here any more.');
      if (!mayAct(person)) return refusePerson(`${person.name} is an observer and cannot be on call.`);
      const many = await refuseManyOverrides(unit, scheduleId, person, now);
      if (many) return many;
      const { from, to } = fromNowOn(input, now);
      const id = randomUUID();
      const times = { from: new Date(from), to: new Date(to), createdAt: new Date(now) };
      await tx.override.create({ data: { id, scheduleId, personId: person.id, reason: input.reason, ...times } });
      const data = { schedule, id, person: { id: person.id, name: person.name }, from, to };
      await recordFacts(unit, { stream: `schedule:${scheduleId}`, actor, now }, [{ kind: 'override.added', data }]);
      return { id, name: person.name };
    });
  });
}

const refusePerson = (message: string) => refuse('invalid', message, { person: message });
