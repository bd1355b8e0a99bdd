import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { log } from '@/lib/log';
import { noSettings, readGivenSettings } from '@/lib/store/channel-settings';
import { Unsealable } from '@/lib/store/sealed';
import { vapidKeys } from '@/lib/store/vapid';

/** What channels send by. A secret that was lost must not hold up what needs none of the settings. */
export async function readSettings(): Promise<ChannelSettings> {
  const push = await vapidKeys();
  try {
    return { ...(await readGivenSettings()), push };
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    log.error({ error: error.message }, 'the settings of the channels cannot be read');
    return { ...noSettings, push };
  }
}
