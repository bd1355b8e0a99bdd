import { type Instant, plus } from '@/lib/core/instant';
import { type CalendarDay, calendarOf, dayNamed, momentsOf, mondayOf } from '@/lib/core/oncall/calendar';
import { type Outlook, outlookOf } from '@/lib/core/oncall/outlook';
import { type Schedule, dutiesOf } from '@/lib/core/oncall/schedule';
import { scheduleInput } from '@/lib/core/oncall/schedule-input';
import { dayAfter } from '@/lib/core/oncall/wall-clock';
import { parse } from '@/lib/core/parse';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';

export interface SchedulePreview {
  days: CalendarDay[];
  outlook: Outlook;
}

/** The present week and the three after it by a draft of a schedule as it would be saved now; or what is wrong with the draft. */
export async function previewSchedule(draft: unknown): Promise<SchedulePreview | Refusal> {
  const parsed = parse(scheduleInput, draft);
  if (isRefusal(parsed)) return parsed;
  const { name, timeZone, layers } = parsed.input;
  const [now, nameOf] = await Promise.all([readClock(), namesOf(layers.flatMap(({ people }) => people))]);
  const named = layers.map((layer) => ({ ...layer, people: layer.people.map((id) => ({ id, name: nameOf(id) })) }));
  const schedule: Schedule = { id: '', name, timeZone, versions: [{ from: now, layers: named }], overrides: [] };
  return { days: fourWeeks(schedule, now), outlook: outlookOf(schedule, now) };
}

function fourWeeks(schedule: Schedule, now: Instant): CalendarDay[] {
  const { timeZone } = schedule;
  const first = mondayOf(dayNamed(undefined, now, timeZone));
  const shown = { first, last: dayAfter(first, 27) };
  const { to } = momentsOf(shown, timeZone);
  return calendarOf(dutiesOf(schedule, now, to > now ? to : plus(now, 1)), shown, timeZone);
}

async function namesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const rows = await database.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'somebody unknown';
}
