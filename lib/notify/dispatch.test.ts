import webPush from 'web-push';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChannelName } from '@/lib/core/notification/channels';
import { figures } from '@/lib/figures';
import { Breakers, BrokenOff } from './breaker';
import { destinationOf } from './channels';
import { dispatch } from './dispatch';
import { Resting, Throttled, TryLater, Undeliverable } from './envelope';
import { Rests } from './rests';
import { type Answer, startHttpReceiver } from './testing/http-receiver';
import { sampleEnvelope, sampleSettings } from './testing/sample-envelope';

let answer: Answer = { status: 200 };
let server: Awaited<ReturnType<typeof startHttpReceiver>>;
beforeEach(async () => {
  answer = { status: 200 };
  server = await startHttpReceiver(() => answer);
  figures.noticesSent.reset();
  figures.noticeSeconds.reset();
});
afterEach(() => server.stop());

const knowing = () => ({ breakers: new Breakers(), rests: new Rests() });
const counted = async () =>
  Object.fromEntries(
    (await figures.noticesSent.get()).values.map(({ labels, value }) => [String(labels.outcome), value]),
  );

test('a destination that fails is broken off, counted, and left in peace; another one is not', async () => {
  const ways = knowing();
  const settings = sampleSettings();
  const post = () => dispatch('slack', sampleEnvelope(`${server.url}/a`), settings, ways);
  expect(await post()).toEqual({ providerId: null });
  answer = { status: 404 };
  await expect(post()).rejects.toThrow(Undeliverable);
  answer = { status: 503 };
  for (let n = 0; n < 5; n += 1) await expect(post()).rejects.toThrow(TryLater);
  await expect(post()).rejects.toThrow(BrokenOff);
  expect(server.got).toHaveLength(7);
  expect(await counted()).toEqual({ sent: 1, refused: 1, failed: 5, 'broken off': 1 });
  const seconds = (await figures.noticeSeconds.get()).values;
  expect(seconds.find(({ metricName }) => metricName === 'quarterdeck_notice_send_seconds_count')?.value).toBe(1);
  const other = await startHttpReceiver();
  await dispatch('slack', sampleEnvelope(`${other.url}/a`), settings, ways);
  expect(other.got).toHaveLength(1);
  await other.stop();
});

test('one webhook that is throttled is left alone for as long as it asks, and no other of its host', async () => {
  const ways = knowing();
  const post = (team: string) => dispatch('slack', sampleEnvelope(`${server.url}/${team}`), sampleSettings(), ways);
  answer = { status: 429 };
  // Asked for no rest: tried again each time, and never counted against the host.
  for (let n = 0; n < 6; n += 1) await expect(post('a')).rejects.toThrow(Throttled);
  answer = { status: 429, headers: { 'retry-after': '60' } };
  await expect(post('a')).rejects.toMatchObject({ retryAfterMs: 60_000 });
  answer = { status: 200 };
  const rested = post('a');
  await expect(rested).rejects.toThrow(Resting);
  await expect(rested).rejects.toMatchObject({ retryAfterMs: expect.closeTo(60_000, -4) as number });
  expect(server.got).toHaveLength(7);
  expect(await post('b')).toEqual({ providerId: null });
  expect(ways.breakers.views()).toMatchObject([{ state: 'closed' }]);
  expect(await counted()).toMatchObject({ failed: 7, resting: 1, sent: 1 });
});

test('a private address is refused without breaking anything off', async () => {
  const ways = knowing();
  for (let n = 0; n < 6; n += 1) {
    const posted = dispatch(
      'webhook',
      sampleEnvelope(webhookTo(server.url)),
      sampleSettings({ allowPrivate: [] }),
      ways,
    );
    await expect(posted).rejects.toThrow(/private network/);
  }
  expect(ways.breakers.views()).toMatchObject([{ state: 'closed' }]);
  expect(server.got).toEqual([]);
});

const webhookTo = (url: string) => JSON.stringify({ url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });

test.each<[ChannelName, string, string]>([
  ['email', 'bea@example.com', 'mail.example.com'],
  ['sms', '+4915123456789', 'api.twilio.com'],
  ['voice', '+4915123456789', 'api.twilio.com'],
  ['slack', 'https://hooks.slack.com/services/T/B/x', 'hooks.slack.com'],
  ['ntfy', 'https://ntfy.example:8443/alerts', 'ntfy.example:8443'],
  ['webhook', webhookTo('https://in.example/a'), 'in.example'],
  ['slack', 'http://hooks.slack.com/services/T/B/x', 'http://hooks.slack.com'],
])('what fails of %s is its host', (channel, address, destination) => {
  const settings = sampleSettings({
    email: { host: 'mail.example.com', port: 587, secure: false, from: 'q@example.com' },
    twilio: { accountSid: 'AC', authToken: 'x', from: '+1', baseUrl: 'https://api.twilio.com' },
  });
  expect(destinationOf(channel, address, settings)).toBe(destination);
});

test('an address that is wrong in itself breaks off nobody else’s', async () => {
  const ways = knowing();
  const push = { ...webPush.generateVAPIDKeys(), subject: 'https://quarterdeck.example' };
  const offTheCurve = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
  const browser = JSON.stringify({ endpoint: `${server.url}/push`, keys: offTheCurve });
  for (let n = 0; n < 6; n += 1)
    for (const [channel, to] of [
      ['push', browser],
      ['slack', server.url.replace('//', '//%zz@')],
    ] as const)
      await expect(dispatch(channel, sampleEnvelope(to), sampleSettings({ push }), ways)).rejects.toThrow(
        Undeliverable,
      );
  expect(ways.breakers.views()).toMatchObject([{ state: 'closed' }, { state: 'closed' }]);
  expect(server.got).toEqual([]);
});
