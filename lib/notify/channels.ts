import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type ChannelName, pushSubscriptionOf, signedWebhookOf } from '@/lib/core/notification/channels';
import { sendDiscord } from './channels/discord';
import { sendEmail } from './channels/email';
import { sendMattermost } from './channels/mattermost';
import { sendNtfy } from './channels/ntfy';
import { sendPush } from './channels/push';
import { sendSlack } from './channels/slack';
import { sendTeams } from './channels/teams';
import { sendSms, sendVoice } from './channels/twilio';
import { sendWebhook } from './channels/webhook';
import { type Send } from './envelope';

/** How each channel sends one notice. */
export const send: Record<ChannelName, Send> = {
  email: sendEmail,
  push: sendPush,
  sms: sendSms,
  voice: sendVoice,
  slack: sendSlack,
  teams: sendTeams,
  mattermost: sendMattermost,
  discord: sendDiscord,
  ntfy: sendNtfy,
  webhook: sendWebhook,
};

/** Whom a notice on a channel is handed to: the host that may fail, and is broken off alone when it does. */
export function destinationOf(channel: ChannelName, address: string, settings: ChannelSettings): string {
  switch (channel) {
    case 'email':
      return settings.email?.host ?? 'nowhere';
    case 'sms':
    case 'voice':
      return settings.twilio ? hostOf(settings.twilio.baseUrl) : 'nowhere';
    case 'push':
      return hostOf(pushSubscriptionOf(address).endpoint);
    case 'webhook':
      return hostOf(signedWebhookOf(address).url);
    case 'slack':
    case 'teams':
    case 'mattermost':
    case 'discord':
    case 'ntfy':
      return hostOf(address);
  }
}

/** What fails without encryption says nothing about the same host with it. */
function hostOf(address: string): string {
  const { protocol, host, origin } = new URL(address);
  return protocol === 'https:' ? host : origin;
}
