import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import twilio from 'twilio';
import { channelSettings } from '@/lib/core/notification/channel-settings';
import { send } from './channels';
import { TryLater, Undeliverable } from './envelope';
import { type Answer, startHttpReceiver } from './testing/http-receiver';
import { nasty, sampleEnvelope, sampleSettings } from './testing/sample-envelope';

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
let answer: Answer;
let server: Awaited<ReturnType<typeof startHttpReceiver>>;
beforeEach(async () => {
  answer = { status: 201, body: JSON.stringify({ sid: 'SM1', status: 'queued' }) };
  server = await startHttpReceiver(() => answer);
});
afterEach(() => server.stop());

function settings() {
  const typed = { accountSid, authToken: 'x'.repeat(32), from: '+1 (415) 555-0100', baseUrl: `${server.url}/` };
  return sampleSettings({ twilio: channelSettings.twilio.parse(typed), allowPrivate: [] });
}
const form = () => new URLSearchParams(server.got.at(-1)?.body.toString());
const sms = sampleEnvelope('+4915123456789');

test('an SMS is asked for as Twilio documents it, with the account’s own credentials', async () => {
  expect(await send.sms(sms, settings())).toEqual({ providerId: 'SM1' });
  const [got] = server.got;
  expect(got?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Messages.json`);
  expect(got?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(got?.headers.authorization).toBe(`Basic ${Buffer.from(`${accountSid}:${'x'.repeat(32)}`).toString('base64')}`);
  expect(Object.fromEntries(form())).toEqual({
    From: '+14155550100',
    To: '+4915123456789',
    Body: [
      'INC-42 Critical: Payments fail. Services: Checkout. You are paged: acknowledge it, or say that you cannot.',
      'Reply 1 to acknowledge, 2 if you cannot.',
      sms.acknowledgeUrl,
    ].join('\n'),
    ValidityPeriod: '1800',
    StatusCallback: sms.callbackUrl,
  });
});

test('a long SMS stays within three parts and keeps what is asked and where', async () => {
  await send.sms({ ...sms, body: 'long '.repeat(500) }, settings());
  const body = form().get('Body') ?? '';
  expect(body.length).toBeLessThanOrEqual(3 * 153);
  expect(body.endsWith(`Reply 1 to acknowledge, 2 if you cannot.\n${sms.acknowledgeUrl}`)).toBe(true);
});

test('a call says the page twice and takes a key, in the words of Twilio’s own library', async () => {
  answer = { status: 201, body: JSON.stringify({ sid: 'CA1' }) };
  const envelope = { ...sms, title: `INC-42 Critical: ${nasty}`, body: ']]> & "so on"' };
  expect(await send.voice(envelope, settings())).toEqual({ providerId: 'CA1' });
  expect(server.got[0]?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Calls.json`);
  const about = `Incident 42 Critical: ${nasty}. ]]> & "so on"`;
  const wanted = new twilio.twiml.VoiceResponse();
  for (const text of [`This is Quarterdeck. ${about}`, about]) {
    const gather = wanted.gather({
      input: ['dtmf'],
      numDigits: 1,
      timeout: 8,
      method: 'POST',
      action: envelope.callbackUrl ?? '',
    });
    gather.pause({ length: 1 });
    gather.say({ language: 'en-US' }, `${text} To acknowledge, press 1. If you cannot, press 2.`);
  }
  wanted.say({ language: 'en-US' }, 'No key was pressed. Goodbye.');
  const quotes = (xml: string) => xml.replace(/&quot;/g, '"').replace(/&#39;/g, "'");
  expect(quotes(form().get('Twiml') ?? '')).toBe(quotes(wanted.toString().replace(/^<\?xml[^>]*\?>/, '')));
  expect(form().getAll('StatusCallbackEvent')).toEqual(['answered', 'completed']);
  expect(form().get('StatusCallback')).toBe(envelope.callbackUrl);
});

test('a reader of German is called and texted in German', async () => {
  answer = { status: 201, body: JSON.stringify({ sid: 'CA1' }) };
  const german = { ...sms, language: 'de', title: 'INC-42 Kritisch: Zahlungen' } as const;
  await send.voice(german, settings());
  const twiml = form().get('Twiml') ?? '';
  expect(new Set(twiml.match(/<Say[^>]*>/g))).toEqual(new Set(['<Say language="de-DE">']));
  expect(twiml).toContain('Vorfall 42 Kritisch');
  expect(twiml).toContain('Zum Bestätigen die 1 drücken');
  await send.sms(german, settings());
  expect(form().get('Body')).toContain('Antwort 1: bestätigen, 2: ablehnen.');
});

test('a call that asks nothing takes no key, and the longest fits Twilio’s 4,000 signs', async () => {
  await send.voice({ ...sms, acknowledgeUrl: null }, settings());
  expect(form().get('Twiml')).not.toContain('Gather');
  await send.voice({ ...sms, body: '"'.repeat(500) }, settings());
  expect(form().get('Twiml')?.length).toBeLessThanOrEqual(4_000);
});

describe('what Twilio refuses', () => {
  test.each([
    [400, Undeliverable, 'Invalid To number'],
    [401, TryLater, 'Authenticate'],
    [403, TryLater, 'Forbidden'],
    [429, TryLater, 'Too Many Requests'],
    [500, TryLater, 'Internal Server Error'],
  ])('%i', async (status, kind, message) => {
    answer = { status, body: JSON.stringify({ code: 20_003, message, status }) };
    const failed = await send.sms(sms, settings()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(kind);
    expect(String(failed)).toContain(message);
    expect(String(failed)).not.toContain('x'.repeat(32));
  });
});
