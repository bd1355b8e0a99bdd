// A node that takes a timer, as ours do, and then hangs in the midst of firing it.
import { lockIncident } from '@/lib/store/lock-incident';
import { takeTimer } from '@/lib/store/due-timers';
import { transact } from '@/lib/store/transact';
import { answer } from '../lib/answer';

answer({
  take: (number: number) =>
    new Promise<boolean>((resolve) => {
      void transact(async ({ tx }) => {
        const locked = await lockIncident(tx, number);
        const taken = locked && (await takeTimer(tx, `incident:${number}/command`, locked.now));
        resolve(taken !== null);
        await new Promise(() => {});
      }).catch(() => undefined);
    }),
});
