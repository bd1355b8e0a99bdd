import { system } from '@/lib/core/access/actor';
import { outText } from '@/lib/core/notification/outage-text';
import { type PagingOut } from '@/lib/core/notification/silence';
import { readAdministrators } from '@/lib/store/administrators';
import { readClock } from '@/lib/store/clock';
import { recordFacts } from '@/lib/store/facts';
import { claimOutage, type ToldBy } from '@/lib/store/outage';
import { tellPeople } from '@/lib/store/tell-people';
import { transact } from '@/lib/store/transact';

/** As the bell of everybody says it. */
export const inApp = { language: 'en', timeZone: 'UTC' } as const;

/** The stream of what is recorded about paging itself. */
export const pagingStream = 'paging';

/**
 * Says that paging is out: of all processes that see it, one is given the task of telling the administrators, with whom another told
 * already; the others get null. The first time it is a fact, and stands in the bell of each.
 */
export async function raiseAlarm(out: PagingOut): Promise<{ out: PagingOut; told: ToldBy[] } | null> {
  return transact(async (unit) => {
    const claimed = await claimOutage(unit.tx, out);
    if (!claimed) return null;
    const { told, since } = claimed;
    if (claimed.fresh) {
      const now = await readClock(unit.tx);
      const [fact] = await recordFacts(unit, { stream: pagingStream, actor: system, now }, [
        { kind: 'paging.went-out', data: out },
      ]);
      const people = await readAdministrators(unit.tx);
      await tellPeople(
        unit,
        { stream: pagingStream, seq: fact?.seq ?? 0, now },
        {
          people,
          kind: 'paging-out',
          ...outText(out, inApp),
          url: '/settings/channels',
          outside: (reader) => outText(out, reader),
          zone: inApp.timeZone,
        },
      );
    }
    return { out: { ...out, since }, told };
  });
}
