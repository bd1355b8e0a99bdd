import { plus } from '@/lib/core/instant';
import { type Fairness, type FairnessSpan, fairnessOf, fairnessSpan } from '@/lib/core/oncall/fairness';
import { turnReachMs } from '@/lib/core/oncall/turns';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { loadHolidays } from '@/lib/store/time-off';

/** How the burden of a schedule is spread over a span back from now, or ahead of it; null when there is none of this id. */
export async function readFairness(
  id: string,
  span: FairnessSpan,
  ahead: boolean,
): Promise<{ schedule: { id: string; name: string; timeZone: string }; fairness: Fairness } | null> {
  const asked = fairnessSpan(span, ahead, await readClock());
  const reach = { from: plus(asked.from, -turnReachMs), to: plus(asked.to, turnReachMs) };
  const [schedules, holidays] = await Promise.all([
    loadSchedules(database, [id], reach.from, reach.to),
    loadHolidays(database, id, asked.from, asked.to),
  ]);
  const schedule = schedules.get(id);
  if (!schedule) return null;
  const { name, timeZone } = schedule;
  return { schedule: { id, name, timeZone }, fairness: fairnessOf(schedule, holidays, asked) };
}
