import { type Instant } from '@/lib/core/instant';
import { type TimeOff } from '@/lib/core/oncall/away';
import { type Holiday } from '@/lib/core/oncall/calendar';
import type { Transaction, database } from './database';

type Reader = Transaction | typeof database;

/** The holidays of a schedule that touch the time from `from` until `to`, in order. */
export async function loadHolidays(tx: Reader, scheduleId: string, from: Instant, to: Instant): Promise<Holiday[]> {
  const rows = await tx.holiday.findMany({
    where: { scheduleId, from: { lt: new Date(to) }, to: { gt: new Date(from) } },
    orderBy: [{ from: 'asc' }, { name: 'asc' }],
  });
  return rows.map((row) => ({ name: row.name, from: row.from.toISOString(), to: row.to.toISOString() }));
}

/** When anybody is away between `from` and `to`, or this person only, in order. */
export async function loadTimeOff(tx: Reader, from: Instant, to: Instant, personId?: string): Promise<TimeOff[]> {
  const rows = await tx.timeOff.findMany({
    where: {
      from: { lt: new Date(to) },
      to: { gt: new Date(from) },
      ...(personId === undefined ? { person: { active: true } } : { personId }),
    },
    include: { person: { select: { id: true, name: true } } },
    orderBy: [{ from: 'asc' }, { name: 'asc' }],
  });
  return rows.map(({ person, name, ...row }) => ({
    person,
    name,
    from: row.from.toISOString(),
    to: row.to.toISOString(),
  }));
}
