import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { HOUR } from '@/lib/core/instant';
import { log } from '@/lib/log';
import { noSettings, readGivenSettings } from '@/lib/store/channel-settings';
import { Unsealable } from '@/lib/store/sealed';
import { vapidKeys } from '@/lib/store/vapid';

let quietUntil = 0;

/** What channels send by. A secret that was lost must not hold up what needs none of the settings. */
export async function readSettings(): Promise<ChannelSettings> {
  const push = await readable(vapidKeys, null);
  return { ...(await readable(readGivenSettings, noSettings)), push };
}

async function readable<T, Instead>(read: () => Promise<T>, instead: Instead): Promise<T | Instead> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    // Read before every message: said once an hour is enough.
    if (performance.now() >= quietUntil) {
      quietUntil = performance.now() + HOUR;
      log.error({ error: error.message }, 'the settings of the channels cannot be read');
    }
    return instead;
  }
}
