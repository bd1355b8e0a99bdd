import { expect, test } from 'vitest';
import { channelSettings, lackedBy } from './channel-settings';
import { type ChannelName, addressInput, channelNames, pushSubscriptionOf, shownAs, signedWebhookOf } from './channels';

const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
const endpoint = 'https://fcm.googleapis.com/fcm/send/dT9:APA91b';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test.each<[ChannelName, string, string, string]>([
  ['email', ' bea@example.com ', 'bea@example.com', 'be…@example.com'],
  ['email', 'b@example.com', 'b@example.com', '…@example.com'],
  ['sms', '+49 (151) 234-56789', '+4915123456789', '…6789'],
  ['voice', '0049 151 23456789', '+4915123456789', '…6789'],
  [
    'slack',
    'HTTPS://hooks.slack.com/services/T0/B0/xyza1b2',
    'https://hooks.slack.com/services/T0/B0/xyza1b2',
    'hooks.slack.com …a1b2',
  ],
  ['teams', 'https://prod.example/w?sig=abcdefgh', 'https://prod.example/w?sig=abcdefgh', 'prod.example …efgh'],
  ['mattermost', 'http://chat.example', 'http://chat.example/', 'chat.example'],
  ['ntfy', 'https://ntfy.sh/quarterdeck-bea', 'https://ntfy.sh/quarterdeck-bea', 'ntfy.sh …-bea'],
  ['ntfy', 'https://ntfy.sh/bea', 'https://ntfy.sh/bea', 'ntfy.sh …a'],
  [
    'push',
    JSON.stringify({ endpoint, expirationTime: null, keys }),
    JSON.stringify({ endpoint, keys }),
    'fcm.googleapis.com …A91b',
  ],
  [
    'webhook',
    JSON.stringify({ secret, url: 'https://in.example/hooks/quarterdeck' }),
    JSON.stringify({ url: 'https://in.example/hooks/quarterdeck', secret }),
    'in.example …deck',
  ],
])('on %s, %s is kept as %s and shown as %s', (channel, typed, kept, shown) => {
  expect(addressInput(channel).parse(typed)).toBe(kept);
  expect(addressInput(channel).parse(kept)).toBe(kept);
  expect(shownAs(channel, kept)).toBe(shown);
});

test.each<[ChannelName, string]>([
  ['email', 'bea'],
  ['email', 'bea@example.com, eve@example.com'],
  ['email', 'bea@example.com\r\nBcc: eve@example.com'],
  ['sms', '0151 23456789'],
  ['sms', '+0123456789'],
  ['voice', '+49'],
  ['slack', 'hooks.slack.com/x'],
  ['slack', 'javascript:alert(1)'],
  ['discord', 'file:///etc/passwd'],
  ['ntfy', 'https://ntfy.sh/'],
  ['ntfy', 'https://ntfy.sh/a b'],
  ['push', 'nope'],
  ['push', JSON.stringify({ endpoint: 'ftp://x', keys })],
  ['push', JSON.stringify({ endpoint, keys: { ...keys, auth: 'short' } })],
  ['push', 'null'],
  ['webhook', JSON.stringify({ url: 'https://in.example', secret: 'whsec_short' })],
  ['webhook', JSON.stringify({ url: 'in.example', secret })],
])('%s takes no %s', (channel, typed) => {
  expect(addressInput(channel).safeParse(typed).success).toBe(false);
});

test('kept addresses tell again what they were made of', () => {
  expect(pushSubscriptionOf(JSON.stringify({ endpoint, keys }))).toEqual({ endpoint, keys });
  expect(signedWebhookOf(JSON.stringify({ url: 'https://in.example/', secret })).secret).toBe(secret);
});

test('a channel says what it lacks; those that need nothing lack nothing', () => {
  const none = { email: null, twilio: null, push: null, allowPrivate: [] };
  expect(channelNames.filter((channel) => lackedBy(channel, none) !== null)).toEqual(['email', 'push', 'sms', 'voice']);
});

test.each([
  ['alerts@example.com', true],
  ['Quarterdeck <alerts@example.com>', true],
  ['Quarterdeck', false],
  ['a@example.com\r\nBcc: eve@example.com', false],
])('mail is sent as %j: %s', (from, taken) => {
  const email = { host: 'Mail.Example.com', port: 587, secure: false, from };
  expect(channelSettings.email.safeParse(email).success).toBe(taken);
});

test.each([
  [{}, true],
  [{ baseUrl: 'http://127.0.0.1:8080/' }, true],
  [{ baseUrl: 'api.twilio.com' }, false],
  [{ accountSid: 'SK0123' }, false],
  [{ from: 'Quarterdeck' }, false],
])('a Twilio account with %o: %s', (changes, taken) => {
  const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'f'.repeat(32), from: '+1 415 555 0100', ...changes };
  const read = channelSettings.twilio.safeParse(account);
  expect(read.success).toBe(taken);
  if (read.success) expect(read.data.baseUrl).not.toMatch(/\/$/);
});

test.each([
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['chat.corp.example', true],
  ['*.corp.example', true],
  ['*', false],
  ['10.0.0.0/33', false],
  ['https://chat.corp.example', false],
])('an administrator may allow %s: %s', (entry, taken) => {
  expect(channelSettings.allowPrivate.safeParse([entry]).success).toBe(taken);
});
