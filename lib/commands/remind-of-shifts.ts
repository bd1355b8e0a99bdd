import { plus } from '@/lib/core/instant';
import { furthestReminderMs, remindersDue } from '@/lib/core/oncall/reminders';
import { reminderSaid } from '@/lib/core/oncall/rota-said';
import { momentWords } from '@/lib/core/oncall/span-words';
import { readClock } from '@/lib/store/clock';
import { loadSchedules } from '@/lib/store/schedules';
import { tellPeople } from '@/lib/store/tell-people';
import { transact } from '@/lib/store/transact';

/**
 * Reminds whoever's shift begins soon. Looking again tells nobody twice: a reminder belongs to the shift's beginning, so a shift that
 * moved is another.
 */
export async function remindOfShifts(): Promise<void> {
  await transact(async (unit) => {
    const { tx } = unit;
    const now = await readClock(tx);
    const rows = await tx.person.findMany({
      where: { active: true, role: { not: 'observer' }, shiftReminder: { not: null } },
      select: { id: true, shiftReminder: true, timeZone: true },
    });
    const people = new Map(rows.map((row) => [row.id, row]));
    if (people.size === 0) return;
    const schedules = await loadSchedules(tx, 'all', now, plus(now, furthestReminderMs + 1));
    for (const each of schedules.values()) {
      for (const { schedule, person, from } of remindersDue(each, (id) => people.get(id)?.shiftReminder ?? null, now)) {
        const zone = people.get(person.id)?.timeZone ?? schedule.timeZone;
        await tellPeople(
          unit,
          { stream: `shift:${schedule.id}:${from}`, seq: 0, now },
          {
            people: [person.id],
            kind: 'shift-soon',
            title: `On call in ${schedule.name}`,
            body: `Your shift begins soon: ${momentWords(from, zone)} (${zone.replaceAll('_', ' ')}).`,
            url: `/oncall/${schedule.id}`,
            zone,
            outside: (reader) => reminderSaid(schedule, from, reader),
          },
        );
      }
    }
  });
}
