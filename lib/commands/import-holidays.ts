import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { readCalendar } from '@/lib/icalendar/read-calendar';
import { recordFacts } from '@/lib/store/facts';
import { administer } from './administer';
import { type Caller } from './caller';

/** What of a calendar is kept: a year back, for what was fair, and two ahead. */
export function keptSpan(now: Instant): { from: Instant; to: Instant } {
  return { from: plus(now, -366 * DAY), to: plus(now, 2 * 366 * DAY) };
}

/**
 * Takes the holidays of a schedule from an iCalendar file, in place of what was imported before. Null takes them all away. Whole
 * days are those of the schedule's zone.
 */
export async function importHolidays(
  caller: Caller,
  scheduleId: string,
  file: Uint8Array | null,
): Promise<{ count: number; name: string } | Refusal> {
  // Doing it again changes nothing, so that the file need not be kept for a retry.
  const what = {
    name: 'import-holidays',
    subject: scheduleId,
    schema: z.null(),
    draft: null,
    lock: 'catalog',
  } as const;
  return administer({ actor: caller.actor }, what, async (unit, _, now) => {
    const { tx } = unit;
    const row = await tx.schedule.findUnique({ where: { id: scheduleId } });
    if (!row) return refuse('not-found', 'There is no such schedule.');
    const { id, name, timeZone: zone } = row;
    const holidays = file ? await readCalendar(file, { zone, ...keptSpan(now), unnamed: 'Holiday' }) : [];
    if (isRefusal(holidays)) return holidays;
    const { count: before } = await tx.holiday.deleteMany({ where: { scheduleId } });
    await tx.holiday.createMany({ data: holidays.map((each) => ({ ...each, id: randomUUID(), scheduleId })) });
    const count = holidays.length;
    if (before + count > 0) {
      const data = { schedule: { id, name }, count };
      await recordFacts(unit, { stream: `schedule:${id}`, actor: caller.actor, now }, [
        { kind: 'holidays.imported', data },
      ]);
    }
    return { count, name };
  });
}
