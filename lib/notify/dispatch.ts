import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type ChannelName } from '@/lib/core/notification/channels';
import { figures } from '@/lib/figures';
import { BrokenOff, type Breakers } from './breaker';
import { destinationOf, send } from './channels';
import { type Envelope, type Sent, Undeliverable } from './envelope';

/**
 * Sends one notice by one channel unless its destination is broken off, and counts what came of it. Throws `BrokenOff`
 * (nothing was sent), `Undeliverable` (never will be), or any other error (try again).
 */
export async function dispatch(
  channel: ChannelName,
  envelope: Envelope,
  settings: ChannelSettings,
  breakers: Breakers,
): Promise<Sent> {
  const key = { channel, destination: destinationOf(channel, envelope.to, settings) };
  const stop = figures.noticeSeconds.startTimer({ channel });
  try {
    const sent = await breakers.run(key, () => send[channel](envelope, settings));
    stop();
    figures.noticesSent.inc({ channel, outcome: 'sent' });
    return sent;
  } catch (error) {
    figures.noticesSent.inc({ channel, outcome: outcomeOf(error) });
    throw error;
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof BrokenOff) return 'broken off';
  return error instanceof Undeliverable ? 'refused' : 'failed';
}
