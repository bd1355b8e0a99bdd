import { type PersonRef } from '@/lib/core/access/actor';
import { type Refusal } from '@/lib/core/refusal';
import { type Caller } from './caller';
import { changeFeed } from './change-feed';

/** Makes the address of this feed one that does not exist. Doing it again changes nothing. */
export async function revokeCalendarFeed(caller: Caller, scheduleId: string | null): Promise<PersonRef | Refusal> {
  const what = { name: 'revoke-calendar-feed', schedule: scheduleId };
  return changeFeed(caller, what, async ({ tx }, { person, schedule }) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { personId: person.id, scheduleId } });
    return count === 0 ? [] : [{ kind: 'calendar-feed.revoked', data: { person, schedule } }];
  });
}
