import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '@/lib/core/instant';
import { addressInput } from '@/lib/core/notification/channels';
import { send } from './channels';
import { startHttpReceiver } from './testing/http-receiver';
import { nasty, sampleEnvelope, sampleSettings } from './testing/sample-envelope';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let server: Awaited<ReturnType<typeof startHttpReceiver>>;
beforeEach(async () => {
  server = await startHttpReceiver(() => ({ status: 204 }));
});
afterEach(() => server.stop());

const receiver = () => addressInput('webhook').parse(JSON.stringify({ url: `${server.url}/in`, secret }));
const headersOf = (index: number) =>
  Object.fromEntries(Object.entries(server.got[index]?.headers ?? {}).map(([name, value]) => [name, String(value)]));

test('the standard’s own library takes what is signed, and nothing that was changed or signed otherwise', async () => {
  const envelope = sampleEnvelope(receiver(), { title: nasty, now: instantOf(Date.now()) });
  await send.webhook(envelope, sampleSettings());
  const body = server.got[0]?.body.toString() ?? '';
  const { key, url, acknowledgeUrl, urgent, severity } = envelope;
  expect(new Webhook(secret).verify(body, headersOf(0))).toEqual({
    type: 'notice',
    timestamp: envelope.at,
    data: { id: key, title: nasty, body: envelope.body, url, acknowledgeUrl, urgent, severity },
  });
  expect(() => new Webhook(secret).verify(body.replace('Checkout', 'Search'), headersOf(0))).toThrow();
  expect(() => new Webhook(`whsec_${'A'.repeat(32)}`).verify(body, headersOf(0))).toThrow();
});

test('every try carries the same id', async () => {
  for (const key of ['7', '7', '8']) await send.webhook(sampleEnvelope(receiver(), { key }), sampleSettings());
  expect(server.got.map(({ headers }) => headers['webhook-id'])).toEqual(['7', '7', '8']);
});
