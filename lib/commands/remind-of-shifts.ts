import { type Instant, plus } from '@/lib/core/instant';
import { furthestReminderMs, type Reminder, remindersDue } from '@/lib/core/oncall/reminders';
import { reminderSaid } from '@/lib/core/oncall/rota-said';
import { momentWords } from '@/lib/core/oncall/span-words';
import { log } from '@/lib/log';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { tellPeople } from '@/lib/store/tell-people';
import { transact } from '@/lib/store/transact';

type People = ReadonlyMap<string, { shiftReminder: number | null; timeZone: string | null }>;

/**
 * Reminds whoever's shift begins soon. Looking again tells nobody twice: a reminder belongs to the shift's beginning, so a shift that
 * moved is another. What is wrong with one schedule or person is logged and keeps no other from being told.
 */
export async function remindOfShifts(): Promise<void> {
  const now = await readClock();
  const rows = await database.person.findMany({
    where: { active: true, role: { not: 'observer' }, shiftReminder: { not: null } },
    select: { id: true, shiftReminder: true, timeZone: true },
  });
  if (rows.length === 0) return;
  const people = new Map(rows.map((row) => [row.id, row]));
  const schedules = await database.schedule.findMany({ select: { id: true }, orderBy: { name: 'asc' } });
  for (const { id: schedule } of schedules) {
    const due = await dueOf(schedule, people, now).catch((error: unknown) => {
      log.error({ error: String(error), schedule }, 'nobody could be reminded of the shifts of a schedule');
      return [];
    });
    for (const reminder of due) {
      await remind(reminder, people, now).catch((error: unknown) => {
        log.error({ error: String(error), schedule, person: reminder.person.id }, 'somebody could not be reminded');
      });
    }
  }
}

async function dueOf(id: string, people: People, now: Instant): Promise<Reminder[]> {
  const loaded = await loadSchedules(database, [id], now, plus(now, furthestReminderMs + 1));
  const minutesOf = (person: string) => people.get(person)?.shiftReminder ?? null;
  return [...loaded.values()].flatMap((schedule) => remindersDue(schedule, minutesOf, now));
}

async function remind({ schedule, person, from }: Reminder, people: People, now: Instant): Promise<void> {
  const zone = people.get(person.id)?.timeZone ?? schedule.timeZone;
  const told = {
    people: [person.id],
    kind: 'shift-soon' as const,
    title: `On call in ${schedule.name}`,
    body: `Your shift begins soon: ${momentWords(from, zone)} (${zone.replaceAll('_', ' ')}).`,
    url: `/oncall/${schedule.id}`,
    zone,
  };
  await transact((unit) =>
    tellPeople(
      unit,
      { stream: `shift:${schedule.id}:${from}`, seq: 0, now },
      { ...told, outside: (reader) => reminderSaid(schedule, from, reader) },
    ),
  );
}
