import { randomUUID } from 'node:crypto';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { mintFeedSecret } from '@/lib/store/token-secret';
import { type Caller } from './caller';
import { changeFeed } from './change-feed';

/**
 * Makes the secret address at which a calendar program reads a schedule, or the person's own shifts where that is null. The one
 * made before stops working. `secret` is shown this once.
 */
export async function makeCalendarFeed(
  { actor }: Caller,
  scheduleId: string | null,
): Promise<{ secret: string } | Refusal> {
  const { secret, hash } = mintFeedSecret();
  // The answer holds a secret, so it is never kept for a retry.
  const what = { name: 'make-calendar-feed', schedule: scheduleId };
  const made = await changeFeed({ actor }, what, async ({ tx }, { person, schedule, now }) => {
    await tx.calendarFeed.deleteMany({ where: { personId: person.id, scheduleId } });
    await tx.calendarFeed.create({
      data: { id: randomUUID(), personId: person.id, scheduleId, hash, createdAt: new Date(now) },
    });
    return [{ kind: 'calendar-feed.made', data: { person, schedule } }];
  });
  return isRefusal(made) ? made : { secret };
}
