import { readClock } from '@/lib/store/clock';
import { takeTimer } from '@/lib/store/due-timers';
import { keepBeat } from '@/lib/store/pulse';
import { transact } from '@/lib/store/transact';
import { type Outcome } from './fire-timer';

/** Keeps that timers fire on this installation, each minute; whoever watches from outside reads when it last did. */
export async function firePulse(key: string): Promise<Outcome> {
  return transact(async ({ tx }) => {
    const now = await readClock(tx);
    if (!(await takeTimer(tx, key, now))) return 'settled';
    await keepBeat(tx, now);
    return 'fired';
  });
}
