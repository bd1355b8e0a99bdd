import { randomUUID } from 'node:crypto';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { log } from '@/lib/log';
import { Breakers } from '@/lib/notify/breaker';
import { attend } from '@/lib/store/attend';
import { forgetBreakers, keepBreaker } from '@/lib/store/breakers';
import { nextDeliveryIn, takeDeliveries, type TakenDelivery } from '@/lib/store/delivery-queue';
import { openSentLedger } from '@/lib/store/sent-ledger';
import { deliver } from './deliver';
import { readSettings } from './read-settings';

interface Options {
  /** Messages on their way at the same time from this process. */
  parallel?: number;
  breaking?: ConstructorParameters<typeof Breakers>[0];
}

const shortestSleepMs = 10;
/** A young process sends one at a time, and one more at once for each so many that it sent: one that dies soon leaves little behind. */
const perMore = 4;

/**
 * Sends what leaves the app, at its moment by the database's clock, on every node at once: whoever takes a message has it alone for a
 * while. Sleeps until the next is due, woken when one is planned or the clock moves, and a second at most. Answers with how to stop.
 */
export function startSending({ parallel = 8, breaking = {} }: Options = {}): () => Promise<void> {
  const node = randomUUID();
  const sending = new Set<Promise<void>>();
  const ledger = openSentLedger();
  let settled = 0;
  const breakers = new Breakers({
    ...breaking,
    onChange: (key, state, reason) => {
      log.warn({ ...key, state, reason }, 'a way out changed');
      keepBreaker(node, { ...key, state, reason }).catch((error: unknown) =>
        log.warn({ error: String(error) }, 'a breaker was not kept'),
      );
    },
  });

  const sendOne = async (taken: TakenDelivery, settings: ChannelSettings) => {
    try {
      await deliver(taken, { settings, breakers, ledger });
    } catch (error) {
      log.error({ error: String(error), delivery: taken.id }, 'what came of a message was not kept; it is sent again');
    }
  };

  /** Takes as much as may be on its way at once. Answers with the milliseconds until more is due. */
  const round = async (): Promise<number> => {
    const free = Math.min(parallel, 1 + Math.floor(settled / perMore)) - sending.size;
    if (free <= 0) return Infinity;
    const [settings] = await Promise.all([readSettings(), ledger.ready()]);
    const taken = await takeDeliveries(free);
    for (const each of taken) {
      const one = sendOne(each, settings).finally(() => {
        sending.delete(one);
        settled += 1;
        look();
      });
      sending.add(one);
    }
    if (taken.length === free) return Infinity;
    const next = await nextDeliveryIn();
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
    await forgetBreakers(node).catch(() => undefined);
  };
}
