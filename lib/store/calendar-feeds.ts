import { type PersonRef } from '@/lib/core/access/actor';
import { database } from './database';
import { digestOf } from './token-secret';

/** Whose shifts a feed shows: a schedule's, or with `scheduleId` null those of the person whose feed it is. */
export interface Feed {
  person: PersonRef & { shiftReminder: number | null };
  scheduleId: string | null;
}

/** The feed at a secret address, or null when it was revoked, made anew, or its person is not here any more. Its use is noted at most once a minute. */
export async function feedAt(secret: string): Promise<Feed | null> {
  const [row] = await database.$queryRaw<
    {
      id: string;
      personId: string;
      name: string;
      shiftReminder: number | null;
      scheduleId: string | null;
      unmarked: boolean;
    }[]
  >`
    select f.id, p.id as "personId", p.name, p.shift_reminder as "shiftReminder", f.schedule_id as "scheduleId",
      coalesce(f.read_at < app_now() - interval '1 minute', true) as unmarked
    from calendar_feed f join person p on p.id = f.person_id and p.active where f.hash = ${digestOf(secret)}`;
  if (!row) return null;
  if (row.unmarked) await database.$executeRaw`update calendar_feed set read_at = app_now() where id = ${row.id}`;
  const { personId: id, name, shiftReminder, scheduleId } = row;
  return { person: { id, name, shiftReminder }, scheduleId };
}
