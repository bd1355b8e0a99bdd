import { type Actor } from '@/lib/core/access/actor';
import { mayAct } from '@/lib/core/access/may';
import { idSchema } from '@/lib/core/incident/act';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { type Schedule } from '@/lib/core/oncall/schedule';
import { type Refusal, isRefusal, refuse } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { lockStream } from '@/lib/store/lock-stream';
import { loadSchedules } from '@/lib/store/schedules';
import { type Unit } from '@/lib/store/transact';
import { type Caller, parse } from './caller';
import { counted } from './counted';
import { once } from './once';

/** How far ahead shifts may change hands. */
const furthestMs = 367 * DAY;

interface Rota {
  actor: Actor;
  schedule: Schedule;
  now: Instant;
}

/** What every act about a swap shares: one at a time with all that changes who is on call, and the schedule as it is then. */
export async function changeSwap<Answer extends object>(
  caller: Caller,
  what: { name: string; schedule: string; draft: unknown },
  work: (unit: Unit, rota: Rota) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  const { actor } = caller;
  const none = refuse('not-found', 'There is no such schedule.');
  return counted(what.name, async () => {
    if (!mayAct(actor)) return refuse('not-allowed', 'Observers do not change who is on call.');
    if (isRefusal(parse(idSchema, what.schedule))) return none;
    return once(caller, what, async (unit) => {
      await lockStream(unit.tx, 'lock:catalog');
      const now = await readClock(unit.tx);
      const schedule = (await loadSchedules(unit.tx, [what.schedule], now, plus(now, furthestMs))).get(what.schedule);
      return schedule ? work(unit, { actor, schedule, now }) : none;
    });
  });
}

export const scheduleStream = ({ id }: Pick<Schedule, 'id'>) => `schedule:${id}`;
