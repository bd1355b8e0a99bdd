import { randomUUID } from 'node:crypto';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { log } from '@/lib/log';
import { Breakers } from '@/lib/notify/breaker';
import { Rests } from '@/lib/notify/rests';
import { attend } from '@/lib/store/attend';
import { forgetBreakers, keepBreaker } from '@/lib/store/breakers';
import { isUnhurried, nextDeliveryIn, takeDeliveries, type TakenDelivery } from '@/lib/store/delivery-queue';
import { beat, forgetNodes } from '@/lib/store/nodes';
import { openSentLedger } from '@/lib/store/sent-ledger';
import { deliver } from './deliver';
import { readSettings } from './read-settings';

interface Options {
  /** Messages on their way at the same time from this process. */
  parallel?: number;
  breaking?: ConstructorParameters<typeof Breakers>[0];
}

const shortestSleepMs = 10;
const heartbeatMs = 5_000;
/** A young process sends one at a time, and one more at once for each so many that it sent: one that dies soon leaves little behind. */
const perMore = 12;
/** What takes longer is at a server that dawdles, and counts no more for what a young process sends at once. */
const dawdlesAfterMs = 100;
/** Of what may be on its way at once, the part that is kept for pages: mail for everyone at a server that dawdles holds up none. */
const keptForPages = 1 / 4;

/**
 * Sends what leaves the app, at its moment by the database's clock, on every node at once: whoever takes a message has it alone for a
 * while. Sleeps until the next is due, woken when one is planned or the clock moves, and a second at most. Answers with how to stop.
 */
export function startSending({ parallel = 8, breaking = {} }: Options = {}): () => Promise<void> {
  const node = randomUUID();
  const sending = new Set<Promise<void>>();
  const ledger = openSentLedger();
  const rests = new Rests();
  let settled = 0;
  const dawdling = new Set<Promise<void>>();
  const unhurried = new Set<Promise<void>>();
  const mostUnhurried = parallel - Math.floor(parallel * keptForPages);
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
    const free = Math.min(parallel, 1 + Math.floor(settled / perMore) + dawdling.size) - sending.size;
    if (free <= 0) return Infinity;
    const [settings] = await Promise.all([readSettings(), ledger.ready()]);
    const taken = await takeDeliveries(free, mostUnhurried - unhurried.size);
    for (const each of taken) {
      const one = sendOne(each, settings).finally(() => {
        clearTimeout(dawdles);
        dawdling.delete(one);
        unhurried.delete(one);
        sending.delete(one);
        settled += 1;
        look();
      });
      const dawdles = setTimeout(() => {
        dawdling.add(one);
        look();
      }, dawdlesAfterMs);
      sending.add(one);
      if (isUnhurried(each)) unhurried.add(one);
    }
    if (taken.length === free) return Infinity;
    const next = await nextDeliveryIn(unhurried.size < mostUnhurried);
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
