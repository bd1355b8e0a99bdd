import { readClock } from '@/lib/store/clock';
import { takeTimer } from '@/lib/store/due-timers';
import { oweSyntheticPage, syntheticEveryMs } from '@/lib/store/synthetic-page';
import { transact } from '@/lib/store/transact';
import { type Outcome } from './fire-timer';

/** Sends a page to Quarterdeck itself by the way of all pages, every few minutes; whoever misses it knows that paging is out. */
export async function sendSyntheticPage(key: string): Promise<Outcome> {
  return transact(async ({ tx, bells }) => {
    const now = await readClock(tx);
    const timer = await takeTimer(tx, key, now);
    const every = syntheticEveryMs();
    if (!timer || every === 0) return 'settled';
    await oweSyntheticPage(tx, { dueAt: timer.dueAt, now, every });
    bells.push({ deliveries: true });
    return 'fired';
  });
}
