import { lackedBy, type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { retryAt } from '@/lib/core/notification/retry';
import { SECOND, plus } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { BrokenOff, type Breakers } from '@/lib/notify/breaker';
import { dispatch } from '@/lib/notify/dispatch';
import { type Sent, TryLater, Undeliverable } from '@/lib/notify/envelope';
import { readClock } from '@/lib/store/clock';
import { type Transaction } from '@/lib/store/database';
import { ring } from '@/lib/store/doorbell';
import { hurryNext, keepFailed, type TakenDelivery } from '@/lib/store/delivery-queue';
import { Unsealable } from '@/lib/store/sealed';
import { type SentLedger } from '@/lib/store/sent-ledger';
import { transact } from '@/lib/store/transact';
import { envelopeOf } from './envelope-of';

interface Means {
  settings: ChannelSettings;
  breakers: Breakers;
  ledger: SentLedger;
}

/** As long as a way out is left alone before one message tries it. */
const probedAfterMs = 30 * SECOND;

/** Why a message did not go out. `gone`: no other try can help. `broken`: nothing goes this way for `restMs` milliseconds. */
type Failure =
  | { outcome: 'gone'; error: string }
  | { outcome: 'broken'; error: string; restMs: number }
  | { outcome: 'later'; error: string; restMs: number | null };

/** Hands one taken message to its channel and writes down what came of it. Throws for the database alone. */
export async function deliver(taken: TakenDelivery, means: Means): Promise<void> {
  const came = await attempt(taken, means);
  if ('providerId' in came) await means.ledger.keepSent(taken.id, came.providerId);
  else
    await transact(async ({ tx, bells }) => {
      if (await settle(tx, taken, came)) bells.push({ deliveries: true });
    });
  if (taken.incidentNumber !== null) ring([{ delivered: taken.incidentNumber }]);
}

async function attempt(taken: TakenDelivery, { settings, breakers }: Omit<Means, 'ledger'>): Promise<Sent | Failure> {
  const { id, channel } = taken;
  const lacked = lackedBy(channel, settings);
  if (lacked) return { outcome: 'gone', error: lacked };
  try {
    const envelope = envelopeOf(taken);
    if (!envelope) return { outcome: 'gone', error: 'The contact method was removed.' };
    return await dispatch(channel, envelope, settings, breakers);
  } catch (error) {
    const failure = failureOf(error);
    log.warn({ delivery: id, channel, outcome: failure.outcome, error: failure.error }, 'a message did not go out');
    return failure;
  }
}

function failureOf(error: unknown): Failure {
  const said = error instanceof Error ? error.message : 'It failed without a word.';
  if (error instanceof Undeliverable || error instanceof Unsealable) return { outcome: 'gone', error: said };
  if (error instanceof BrokenOff) return { outcome: 'broken', error: said, restMs: probedAfterMs };
  return { outcome: 'later', error: said, restMs: error instanceof TryLater ? error.retryAfterMs : null };
}

/** Plans the next try, or none, and the person's next way out where this one is no use now. Answers whether anything is to be sent at once. */
async function settle(tx: Transaction, taken: TakenDelivery, failure: Failure): Promise<boolean> {
  const { id, attempts } = taken;
  const { error } = failure;
  const now = await readClock(tx);
  if (failure.outcome === 'gone') await keepFailed(tx, id, { at: null, state: 'failed', error });
  else if (failure.outcome === 'broken') {
    await keepFailed(tx, id, { at: plus(now, failure.restMs), state: 'waiting', error, attempted: false });
  } else {
    const again = retryAt(taken.purpose === 'page' ? 'page' : 'other', attempts, now, Math.random());
    const rested = again && failure.restMs !== null ? plus(now, failure.restMs) : again;
    const at = again && rested && rested > again ? rested : again;
    await keepFailed(tx, id, { at, state: at ? 'waiting' : 'dead', error });
    if (at) return true;
  }
  return hurryNext(tx, id, now);
}
