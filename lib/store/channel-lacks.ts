import { lackedBy } from '@/lib/core/notification/channel-settings';
import { type ChannelName } from '@/lib/core/notification/channels';
import { readGivenSettings } from './channel-settings';
import { Unsealable } from './sealed';
import { areKeysReadable } from './vapid';

/** Why nothing can be sent by a channel, as a sentence, for those that lack something. */
export type ChannelLacks = Partial<Record<ChannelName, string>>;

const givenBy = ['email', 'sms', 'voice'] as const;

export async function readLacks(): Promise<ChannelLacks> {
  const push = (await areKeysReadable()) ? {} : { push: 'The keys for calling browsers cannot be read any more.' };
  return { ...push, ...(await readGivenLacks()) };
}

async function readGivenLacks(): Promise<ChannelLacks> {
  try {
    const settings = { ...(await readGivenSettings()), push: null };
    const lacking = givenBy.map((channel) => [channel, lackedBy(channel, settings)] as const);
    return Object.fromEntries(lacking.filter(([, lacks]) => lacks !== null));
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error;
    const unreadable = 'What administrators set up cannot be read any more.';
    return { email: unreadable, sms: unreadable, voice: unreadable };
  }
}
