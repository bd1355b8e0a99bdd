import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type Envelope } from '../envelope';

/** Signs that mean something to one vendor or another. */
export const nasty =
  '<!channel> @everyone @here <@123> *x* _y_ `z` ~~w~~ [a](https://evil.example) & ]]> "q" \'s\' {{DATE(2026)}} ${x} 🔥 Zürich';

/** A page as it leaves for `to`. */
export function sampleEnvelope(to: string, changes: Partial<Envelope> = {}): Envelope {
  return {
    key: 'notice-42-email',
    language: 'en',
    to,
    title: 'INC-42 Critical: Payments fail',
    body: 'Services: Checkout. You are paged: acknowledge it, or say that you cannot.',
    url: 'https://quarterdeck.example/incidents/42',
    acknowledgeUrl: 'https://quarterdeck.example/acknowledge/k7.abc-def',
    callbackUrl: 'https://quarterdeck.example/api/callbacks/twilio?notice=42&proof=abc',
    outsider: null,
    urgent: true,
    severity: 'Critical',
    at: '2026-11-22T03:00:00.000Z',
    now: '2026-11-22T03:00:07.000Z',
    ...changes,
  };
}

/** Settings of an installation that has nothing, but may call this machine. */
export function sampleSettings(changes: Partial<ChannelSettings> = {}): ChannelSettings {
  return { email: null, twilio: null, push: null, allowPrivate: ['127.0.0.1'], ...changes };
}
