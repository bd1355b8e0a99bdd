import { instantOf } from '@/lib/core/instant';
import { type Reader } from '@/lib/core/language/language';
import { lackedBy, type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { sendHushed } from '@/lib/notify/dispatch';
import { type Envelope } from '@/lib/notify/envelope';
import { type Administrator, type StraightWay } from '@/lib/store/administrators';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { type ToldBy } from '@/lib/store/outage';
import { unseal } from '@/lib/store/sealed';

interface Message {
  /** The same for every process that tells of the same. */
  key: string;
  text: (reader: Reader) => { title: string; body: string };
}

/**
 * Tells each of these people by the first of their ways that takes it, at once: without the queue, the timers and the breakers, which may
 * be what is out. Answers by which way each was told; whoever is missing was not.
 */
export async function tellStraight(
  people: ReadonlyMap<string, Administrator>,
  message: Message,
  settings: ChannelSettings,
): Promise<ToldBy[]> {
  const told = await Promise.all(
    [...people].map(async ([person, { ways, reader }]) => {
      const said = { key: `${message.key}-${person}`, language: reader.language, ...message.text(reader) };
      for (const way of ways) if (await taken(way, said, settings)) return [{ person, method: way.method }];
      return [];
    }),
  );
  return told.flat();
}

async function taken(
  { method, channel, address }: StraightWay,
  said: Pick<Envelope, 'key' | 'language' | 'title' | 'body'>,
  settings: ChannelSettings,
): Promise<boolean> {
  const lacked = lackedBy(channel, settings);
  if (lacked) return false;
  try {
    const now = instantOf(Date.now());
    const envelope = {
      ...said,
      to: unseal(address, sealOfMethod(method)),
      url: `${env.QUARTERDECK_URL}/settings/channels`,
      acknowledgeUrl: null,
      callbackUrl: null,
      urgent: true,
      severity: null,
      outsider: null,
      at: now,
      now,
    };
    await sendHushed(channel, envelope, settings);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'It failed without a word.';
    log.warn({ channel, error: why }, 'an administrator was not told by this way');
    return false;
  }
}
