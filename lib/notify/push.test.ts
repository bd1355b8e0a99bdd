import webPush from 'web-push';
import { afterEach, expect, test } from 'vitest';
import { addressInput } from '@/lib/core/notification/channels';
import { Gone, TryLater } from './envelope';
import { sendPush } from './channels/push';
import { type Answer } from './testing/http-receiver';
import { startPushService } from './testing/push-service';
import { nasty, sampleEnvelope, sampleSettings } from './testing/sample-envelope';

const push = { ...webPush.generateVAPIDKeys(), subject: 'https://quarterdeck.example' };
const settings = sampleSettings({ push });

let stop = () => Promise.resolve();
afterEach(() => stop());

async function serve(answer?: () => Answer) {
  const service = await startPushService(push.publicKey, answer);
  stop = service.stop;
  return { service, to: addressInput('push').parse(JSON.stringify(service.subscription)) };
}

test('a page reaches the browser: encrypted for it alone, signed by this installation, at once', async () => {
  const { service, to } = await serve();
  const envelope = sampleEnvelope(to);
  await sendPush(envelope, settings);
  const [got] = service.pushed;
  expect(got?.message).toEqual({
    title: 'INC-42 Critical: Payments fail',
    body: envelope.body,
    url: envelope.url,
    acknowledgeUrl: envelope.acknowledgeUrl,
    key: envelope.key,
    tag: got?.topic,
    urgent: true,
    words: {
      acknowledge: 'Acknowledge',
      openRoom: 'Open the room',
      acknowledged: 'Acknowledged: nobody else is called',
    },
  });
  expect(got).toMatchObject({ urgency: 'high', ttl: '1800' });
  expect(got?.claims).toMatchObject({ aud: service.url, sub: 'https://quarterdeck.example' });
  expect(service.got[0]?.body.includes('Payments')).toBe(false);
});

test('every try of one notice has one topic of 32 signs, so that a second takes the place of the first', async () => {
  const { service, to } = await serve();
  for (const key of ['1', '1', '2']) await sendPush(sampleEnvelope(to, { key, urgent: false }), settings);
  const [first, again, other] = service.pushed;
  expect(first?.topic).toMatch(/^[\w-]{32}$/);
  expect(again?.topic).toBe(first?.topic);
  expect(other?.topic).not.toBe(first?.topic);
  expect(first).toMatchObject({ urgency: 'normal', ttl: '86400' });
});

test('the longest notice fits what push services take', async () => {
  const { service, to } = await serve();
  await sendPush(sampleEnvelope(to, { title: '火'.repeat(400), body: '🔥'.repeat(5_000) }), settings);
  expect(service.pushed[0]?.bytes).toBeLessThanOrEqual(4_096);
  expect(service.pushed[0]?.message).toMatchObject({ title: expect.stringMatching(/^火+…$/) as unknown });
});

test('signs that mean something elsewhere arrive as they are', async () => {
  const { service, to } = await serve();
  await sendPush(sampleEnvelope(to, { title: nasty }), settings);
  expect(service.pushed[0]?.message).toMatchObject({ title: nasty });
});

test.each([404, 410])('a browser that is gone (%i) is told as that', async (status) => {
  const { to } = await serve(() => ({ status }));
  await expect(sendPush(sampleEnvelope(to), settings)).rejects.toThrow(Gone);
});

test('a service that is busy is tried when it says', async () => {
  const { to } = await serve(() => ({ status: 429, headers: { 'retry-after': '120' } }));
  const busy = await sendPush(sampleEnvelope(to), settings).catch((error: unknown) => error);
  expect(busy).toBeInstanceOf(TryLater);
  expect(busy).toMatchObject({ retryAfterMs: 120_000 });
});

test('a service that knows other keys refuses: the signature is checked', async () => {
  const { service, to } = await serve();
  const other = { ...push, privateKey: webPush.generateVAPIDKeys().privateKey };
  await expect(sendPush(sampleEnvelope(to), { ...settings, push: other })).rejects.toThrow(/answered 403/);
  expect(service.pushed).toEqual([]);
});
