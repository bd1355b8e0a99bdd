import { randomUUID } from 'node:crypto';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { log } from '@/lib/log';
import { Breakers } from '@/lib/notify/breaker';
import { Rests } from '@/lib/notify/rests';
import { attend } from '@/lib/store/attend';
import { forgetBreakers, keepBreaker } from '@/lib/store/breakers';
import { nextDeliveryIn, takeDeliveries, type TakenDelivery } from '@/lib/store/delivery-queue';
import { beat, forgetNodes } from '@/lib/store/nodes';
import { openSentLedger } from '@/lib/store/sent-ledger';
import { deliver } from './deliver';
import { Lanes } from './lanes';
import { readSettings } from './read-settings';

interface Options {
  /** Messages on their way at the same time from this process, beside those whose receivers dawdle. */
  parallel?: number;
  /** For how long no more than `parallel` are on their way though receivers dawdle. */
  youngForMs?: number;
  breaking?: ConstructorParameters<typeof Breakers>[0];
}

const shortestSleepMs = 10;
const heartbeatMs = 5_000;

/**
 * Sends what leaves the app, at its moment by the database's clock, on every node at once: whoever takes a message has it alone for a
 * while. Sleeps until the next is due, woken when one is planned or the clock moves, and a second at most. How long one may be held up by
 * others' receivers, `Lanes` says. Answers with how to stop.
 */
export function startSending({ parallel = 8, youngForMs, breaking = {} }: Options = {}): () => Promise<void> {
  const node = randomUUID();
  const sending = new Set<Promise<void>>();
  const ledger = openSentLedger();
  const lanes = new Lanes(() => look(), parallel, youngForMs);
  const rests = new Rests();
  const breakers = new Breakers({
    ...breaking,
    onChange: (key, state, reason) => {
      log.warn({ ...key, state, reason }, 'a way out changed');
      keepBreaker(node, { ...key, state, reason }).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'a breaker was not kept'),
      );
    },
  });

  // What this process knows of the ways out counts while it lives.
  const live = () =>
    beat([node]).catch((error: unknown) => log.warn({ error: String(error) }, 'a heartbeat was missed'));
  void live();
  const beating = setInterval(() => void live(), heartbeatMs);

  const sendOne = async (taken: TakenDelivery, settings: ChannelSettings) => {
    try {
      await deliver(taken, { settings, ways: { breakers, rests }, ledger });
    } catch (error) {
      log.error({ error: String(error), delivery: taken.id }, 'what came of a message was not kept; it is sent again');
    }
  };

  /** Takes as much as may be on its way at once. Answers with the milliseconds until more is due. */
  const round = async (): Promise<number> => {
    const free = lanes.free();
    if (free <= 0) return Infinity;
    const [settings] = await Promise.all([readSettings(), ledger.ready()]);
    const taken = await takeDeliveries(free, lanes.freeForOthers(), lanes.held());
    for (const each of taken) {
      const one = lanes.run(each, () => sendOne(each, settings)).finally(() => sending.delete(one));
      sending.add(one);
    }
    if (taken.length === free) return lanes.free() > 0 ? 0 : Infinity;
    const next = await nextDeliveryIn(lanes.freeForOthers() > 0, lanes.held());
    return next === null ? Infinity : Math.max(shortestSleepMs, Math.ceil(next));
  };

  const { look, stop } = attend({
    round: () => round(),
    wakes: (bell) => 'deliveries' in bell,
    failed: 'what is to be sent was not read; trying again',
  });

  return async () => {
    await stop();
    await Promise.all(sending);
    await ledger.close();
    clearInterval(beating);
    await forgetBreakers(node).catch(() => undefined);
    await forgetNodes([node]).catch(() => undefined);
  };
}
