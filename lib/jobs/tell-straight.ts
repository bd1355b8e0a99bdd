import { instantOf } from '@/lib/core/instant';
import { lackedBy, type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { send } from '@/lib/notify/channels';
import { type StraightWay } from '@/lib/store/administrators';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { type ToldBy } from '@/lib/store/outage';
import { unseal } from '@/lib/store/sealed';

interface Message {
  /** The same for every process that tells of the same. */
  key: string;
  title: string;
  body: string;
}

/**
 * Tells each of these people by the first of their ways that takes it, at once: without the queue, the timers and the breakers, which may
 * be what is out. Answers by which way each was told; whoever is missing was not.
 */
export async function tellStraight(
  people: ReadonlyMap<string, readonly StraightWay[]>,
  message: Message,
  settings: ChannelSettings,
): Promise<ToldBy[]> {
  const told = await Promise.all(
    [...people].map(async ([person, ways]) => {
      for (const way of ways) if (await taken(way, person, message, settings)) return [{ person, method: way.method }];
      return [];
    }),
  );
  return told.flat();
}

async function taken(
  { method, channel, address }: StraightWay,
  person: string,
  { key, title, body }: Message,
  settings: ChannelSettings,
): Promise<boolean> {
  const lacked = lackedBy(channel, settings);
  if (lacked) return false;
  try {
    const envelope = {
      key: `${key}-${person}`,
      to: unseal(address, sealOfMethod(method)),
      title,
      body,
      url: `${env.QUARTERDECK_URL}/settings/channels`,
      acknowledgeUrl: null,
      callbackUrl: null,
      urgent: true,
      severity: null,
      at: instantOf(Date.now()),
    };
    await send[channel](envelope, settings);
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : 'It failed without a word.';
    log.warn({ channel, error: said }, 'an administrator was not told by this way');
    return false;
  }
}
