// A node that takes a timer or messages, as ours do, and then hangs in the midst of it.
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { takeDeliveries } from '@/lib/store/delivery-queue';
import { lockIncident } from '@/lib/store/lock-incident';
import { takeTimer } from '@/lib/store/due-timers';
import { transact } from '@/lib/store/transact';
import { answer } from '../lib/answer';

answer({
  /** Takes what is due of an incident. Answers whether it was there. */
  take: (number: number, timer = 'command') =>
    new Promise<boolean>((resolve) => {
      void transact(async ({ tx }) => {
        const locked = await lockIncident(tx, number);
        const taken = locked && (await takeTimer(tx, `incident:${number}/${timer}`, locked.now));
        resolve(taken !== null);
        await new Promise(() => {});
      }).catch(() => undefined);
    }),
  /** Fires a step of a page, and takes its messages without sending them. Answers with how many they are. */
  takeMessages: async (number: number, timer: string) => {
    await fireIncidentTimer(number, `incident:${number}/${timer}`);
    return (await takeDeliveries(100)).length;
  },
});
