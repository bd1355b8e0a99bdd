import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type ChannelName, shownAs } from '@/lib/core/notification/channels';
import { oneLine } from '@/lib/core/text';
import { figures } from '@/lib/figures';
import { BrokenOff, type Breakers } from './breaker';
import { destinationOf, send } from './channels';
import { type Envelope, Resting, type Sent, Throttled, Undeliverable } from './envelope';
import { type Rests } from './rests';
import { shorten } from './shorten';
import { withoutAddress } from './without-address';

/** Nothing that a receiver says is kept at greater length. */
const longestWord = 500;

/** What this process knows of the ways out: hosts that failed, and addresses that asked to be left alone. */
export interface Ways {
  breakers: Breakers;
  rests: Rests;
}

/**
 * Sends one notice by one channel unless its destination is broken off or its address rests, and counts what came of it. Throws
 * `BrokenOff` or `Resting` (nothing was sent), `Undeliverable` (never will be), or any other error (try again).
 */
export async function dispatch(
  channel: ChannelName,
  envelope: Envelope,
  settings: ChannelSettings,
  { breakers, rests }: Ways,
): Promise<Sent> {
  const key = { channel, destination: destinationOf(channel, envelope.to, settings) };
  const stop = figures.noticeSeconds.startTimer({ channel });
  try {
    const restMs = rests.leftOf(channel, envelope.to);
    if (restMs > 0) throw new Resting(`${key.destination} asked to be left alone for now at this address.`, restMs);
    const sent = await breakers.run(key, () => sendHushed(channel, envelope, settings));
    stop();
    figures.noticesSent.inc({ channel, outcome: 'sent' });
    return sent;
  } catch (error) {
    if (error instanceof Throttled && error.retryAfterMs) rests.leave(channel, envelope.to, error.retryAfterMs);
    figures.noticesSent.inc({ channel, outcome: outcomeOf(error) });
    throw error;
  }
}

/** Whatever a receiver says of a failure is kept, logged and shown to others, who may see no more of the address than its mask. */
export async function sendHushed(channel: ChannelName, envelope: Envelope, settings: ChannelSettings): Promise<Sent> {
  try {
    return await send[channel](envelope, settings);
  } catch (error) {
    const failed = error instanceof Error ? error : new Error(String(error));
    const said = withoutAddress(failed.message, envelope.to, shownAs(channel, envelope.to));
    failed.message = shorten(oneLine(said).trim(), longestWord);
    throw failed;
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof BrokenOff) return 'broken off';
  if (error instanceof Resting) return 'resting';
  return error instanceof Undeliverable ? 'refused' : 'failed';
}
