import type { ChannelName } from '@/lib/core/notification/channels';

/** What a channel is called where it stands alone, and how its address is asked for. */
export interface ChannelLabels {
  name: string;
  /** What its address is called. */
  address: string;
  example: string;
  hint: string;
}

export const channelLabels: Record<ChannelName, ChannelLabels> = {
  email: {
    name: 'E-mail',
    address: 'E-mail address',
    example: 'bea@example.com',
    hint: 'For news, and at once for pages. A page can be acknowledged by the link in it.',
  },
  push: {
    name: 'Browser',
    address: 'Subscription',
    example: '',
    hint: 'Shown by this browser, with Quarterdeck closed too.',
  },
  sms: {
    name: 'SMS',
    address: 'Phone number',
    example: '+49 151 23456789',
    hint: 'With its country. A page is acknowledged by replying “ack”.',
  },
  voice: {
    name: 'Call',
    address: 'Phone number',
    example: '+49 30 1234567',
    hint: 'With its country. It rings, says what is wrong, and asks for a key.',
  },
  slack: {
    name: 'Slack',
    address: 'Webhook address',
    example: 'https://hooks.slack.com/services/…',
    hint: 'An incoming webhook that writes to you or to your channel.',
  },
  teams: {
    name: 'Microsoft Teams',
    address: 'Webhook address',
    example: 'https://….logic.azure.com/workflows/…',
    hint: 'Of a workflow “When a Teams webhook request is received”.',
  },
  mattermost: {
    name: 'Mattermost',
    address: 'Webhook address',
    example: 'https://mattermost.example.com/hooks/…',
    hint: 'An incoming webhook.',
  },
  discord: {
    name: 'Discord',
    address: 'Webhook address',
    example: 'https://discord.com/api/webhooks/…',
    hint: 'Of a channel: Integrations, Webhooks.',
  },
  ntfy: {
    name: 'ntfy',
    address: 'Topic address',
    example: 'https://ntfy.sh/quarterdeck-bea',
    hint: 'Whoever knows the topic can read it: choose a name that nobody guesses.',
  },
  webhook: {
    name: 'Signed webhook',
    address: 'Address',
    example: 'https://example.com/quarterdeck',
    hint: 'Called with JSON, signed as Standard Webhooks are.',
  },
};

/** In the order in which people choose among them; browsers let themselves be called by their own switch. */
export const typedChannels = [
  'email',
  'sms',
  'voice',
  'slack',
  'teams',
  'mattermost',
  'discord',
  'ntfy',
  'webhook',
] as const satisfies readonly ChannelName[];
