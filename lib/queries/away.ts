import { DAY, type Instant, plus } from '@/lib/core/instant';
import { type Away, type TimeOff, awayOnCall } from '@/lib/core/oncall/away';
import { outlookMs } from '@/lib/core/oncall/outlook';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { loadTimeOff } from '@/lib/store/time-off';

/** Where whoever is on call by these schedules, or by all, is away between `from` and `to`; four weeks from now on if left out. */
export async function readAway(ids: readonly string[] | 'all', span?: { from: Instant; to: Instant }): Promise<Away[]> {
  const now = span?.from ?? (await readClock());
  const to = span?.to ?? plus(now, outlookMs);
  const [schedules, timeOff] = await Promise.all([
    loadSchedules(database, ids, now, to),
    loadTimeOff(database, now, to),
  ]);
  return awayOnCall(schedules.values(), timeOff, now, to);
}

/** A person's time off from now on. */
export async function readTimeOff(personId: string): Promise<TimeOff[]> {
  const now = await readClock();
  return loadTimeOff(database, now, plus(now, 366 * DAY), personId);
}
