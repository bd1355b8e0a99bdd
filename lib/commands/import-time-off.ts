import { randomUUID } from 'node:crypto';
import { idSchema } from '@/lib/core/incident/act';
import { mayPutOnCall } from '@/lib/core/oncall/override-rule';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { readCalendar } from '@/lib/icalendar/read-calendar';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { personStream } from '@/lib/store/people';
import { transact } from '@/lib/store/transact';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { keptSpan } from './import-holidays';

/**
 * Takes a person's time off from an iCalendar file, in place of what was imported before: one's own, or by an administrator
 * anybody's. Null takes it all away. Whole days are those of the person's zone, or of `zone` where they chose none.
 */
export async function importTimeOff(
  { actor }: Caller,
  personId: string,
  { file, zone }: { file: Uint8Array | null; zone: string },
): Promise<{ count: number; name: string } | Refusal> {
  return counted('import-time-off', async () => {
    if (isRefusal(parse(idSchema, personId))) return refuse('not-found', 'There is no such person.');
    if (!mayPutOnCall(actor, personId)) {
      return refuse('not-allowed', 'Only an administrator says when somebody else is away.');
    }
    return transact(async (unit) => {
      const { tx } = unit;
      const [person] = await tx.$queryRaw<{ id: string; name: string; zone: string | null }[]>`
        select id, name, time_zone as zone from person where id = ${personId} and active for update`;
      if (!person) return refuse('not-found', 'This person is not here any more.');
      const now = await readClock(tx);
      const reading = { zone: person.zone ?? zone, ...keptSpan(now), unnamed: 'Away' };
      const times = file ? await readCalendar(file, reading) : [];
      if (isRefusal(times)) return times;
      const { count: before } = await tx.timeOff.deleteMany({ where: { personId } });
      await tx.timeOff.createMany({ data: times.map((each) => ({ ...each, id: randomUUID(), personId })) });
      const { id, name } = person;
      const count = times.length;
      if (before + count > 0) {
        const data = { person: { id, name }, count };
        await recordFacts(unit, { stream: personStream(id), actor, now }, [{ kind: 'time-off.imported', data }]);
      }
      return { count, name };
    });
  });
}
