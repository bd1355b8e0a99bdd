import { markGone } from '@/lib/commands/mark-gone';
import { lackedBy, type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { retryAt } from '@/lib/core/notification/retry';
import { SECOND, plus } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { isStorable } from '@/lib/core/text';
import { BrokenOff } from '@/lib/notify/breaker';
import { dispatch, type Ways } from '@/lib/notify/dispatch';
import { Gone, Resting, type Sent, TryLater, Undeliverable } from '@/lib/notify/envelope';
import { readClock } from '@/lib/store/clock';
import { ring } from '@/lib/store/doorbell';
import { keepReachable } from '@/lib/store/contact-methods';
import { hurryNext, keepFailed, type TakenDelivery } from '@/lib/store/delivery-queue';
import { lockIncident } from '@/lib/store/lock-incident';
import { Unsealable } from '@/lib/store/sealed';
import { type SentLedger } from '@/lib/store/sent-ledger';
import { transact, type Unit } from '@/lib/store/transact';
import { envelopeOf } from './envelope-of';

interface Means {
  settings: ChannelSettings;
  ways: Ways;
  ledger: SentLedger;
}

const longestId = 255;
/** A message that was taken more often than it may be tried and of which nothing came takes down whoever takes it. */
const mostTaken = 20;

/** As long as a way out is left alone before one message tries it. */
const probedAfterMs = 30 * SECOND;

/**
 * Why a message did not go out. `gone`: no other try can help, and nothing will ever arrive there where `dead`. `broken`: nothing goes
 * this way for `restMs` milliseconds; `resting`: to this address alone, which asked for it.
 */
type Failure =
  | { outcome: 'gone'; error: string; dead?: boolean }
  | { outcome: 'broken' | 'resting'; error: string; restMs: number }
  | { outcome: 'later'; error: string; restMs: number | null };

/** Hands one taken message to its channel and writes down what came of it. Throws for the database alone. */
export async function deliver(taken: TakenDelivery, means: Means): Promise<void> {
  const came = await attempt(taken, means);
  if ('providerId' in came) {
    await means.ledger.keepSent(taken.id, keepable(came.providerId));
    if (taken.purpose === 'test' && taken.methodId !== null) await keepReachable(taken.methodId);
  } else
    await transact(async (unit) => {
      if (await settle(unit, taken, came)) unit.bells.push({ deliveries: true });
    });
  if (taken.incidentNumber !== null) ring([{ delivered: taken.incidentNumber }]);
}

/** The provider's name for it, where the database can keep and find it. */
function keepable(providerId: string | null): string | null {
  return providerId !== null && providerId.length <= longestId && isStorable(providerId) ? providerId : null;
}

async function attempt(taken: TakenDelivery, { settings, ways }: Omit<Means, 'ledger'>): Promise<Sent | Failure> {
  const { id, channel, purpose, attempts } = taken;
  if (attempts > mostTaken) return { outcome: 'gone', error: `It was begun ${mostTaken} times and never ended.` };
  const lacked = lackedBy(channel, settings);
  if (lacked) return { outcome: 'gone', error: lacked };
  try {
    const envelope = envelopeOf(taken);
    if (!envelope) return { outcome: 'gone', error: 'The contact method was removed.' };
    return await dispatch(channel, envelope, purpose === 'synthetic' ? homeward(settings) : settings, ways);
  } catch (error) {
    const failure = failureOf(error);
    log.warn({ delivery: id, channel, outcome: failure.outcome, error: failure.error }, 'a message did not go out');
    return failure;
  }
}

/** Our own public address may be a private one, for what we send to ourselves and for nothing else. */
function homeward(settings: ChannelSettings): ChannelSettings {
  const { hostname } = new URL(env.QUARTERDECK_URL);
  return { ...settings, allowPrivate: [...settings.allowPrivate, hostname.replace(/^\[|\]$/g, '')] };
}

function failureOf(error: unknown): Failure {
  const said = error instanceof Error ? error.message : 'It failed without a word.';
  if (error instanceof Gone) return { outcome: 'gone', error: said, dead: true };
  if (error instanceof Undeliverable || error instanceof Unsealable) return { outcome: 'gone', error: said };
  if (error instanceof BrokenOff) return { outcome: 'broken', error: said, restMs: probedAfterMs };
  if (error instanceof Resting) return { outcome: 'resting', error: said, restMs: error.retryAfterMs ?? 0 };
  return { outcome: 'later', error: said, restMs: error instanceof TryLater ? error.retryAfterMs : null };
}

/** Plans the next try, or none, and the person's next way out where this one is no use now. Answers whether anything is to be sent at once. */
async function settle(unit: Unit, taken: TakenDelivery, failure: Failure): Promise<boolean> {
  const { tx } = unit;
  const { id, attempts, methodId, incidentNumber } = taken;
  const { error } = failure;
  // Whoever takes its messages back waits, and then sees the one that is planned here in place of this one.
  if (incidentNumber !== null) await lockIncident(tx, incidentNumber);
  const now = await readClock(tx);
  if (failure.outcome === 'gone') {
    await keepFailed(tx, id, { at: null, state: 'failed', error });
    if (failure.dead && methodId !== null) await markGone(unit, methodId, now);
  } else if (failure.outcome === 'broken' || failure.outcome === 'resting') {
    await keepFailed(tx, id, { at: plus(now, Math.ceil(failure.restMs)), state: 'waiting', error, attempted: false });
    if (failure.outcome === 'resting' && !isTooLong(taken, failure.restMs)) return true;
  } else {
    const isPage = taken.purpose === 'page' || taken.purpose === 'synthetic';
    const again = retryAt(isPage ? 'page' : 'other', attempts, now, Math.random());
    const rested = again && failure.restMs !== null ? plus(now, failure.restMs) : again;
    const at = again && rested && rested > again ? rested : again;
    await keepFailed(tx, id, { at, state: at ? 'waiting' : 'dead', error });
    if (at && !isTooLong(taken, failure.restMs)) return true;
  }
  return hurryNext(tx, id, now);
}

/** Somebody who is paged does not wait for a receiver that wants to be left alone for long. */
function isTooLong({ purpose }: TakenDelivery, restMs: number | null): boolean {
  return purpose === 'page' && (restMs ?? 0) > probedAfterMs;
}
