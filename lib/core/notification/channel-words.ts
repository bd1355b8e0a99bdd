import type { ChannelName } from './channels';

/** What people call a channel, in the middle of a sentence. */
export const channelWords: Record<ChannelName, string> = {
  email: 'e-mail',
  push: 'browser',
  sms: 'SMS',
  voice: 'telephone',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  mattermost: 'Mattermost',
  discord: 'Discord',
  ntfy: 'ntfy',
  webhook: 'webhook',
};
