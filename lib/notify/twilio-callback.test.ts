import twilio from 'twilio';
import { expect, test } from 'vitest';
import { isFromTwilio, readTwilioCallback, twimlAnswer } from './twilio-callback';

const authToken = '12345678901234567890123456789012';
const url = 'https://quarterdeck.example/api/callbacks/twilio?notice=42&proof=a%2Fb';
const fields = {
  MessageSid: 'SM1',
  MessageStatus: 'delivered',
  To: '+4915123456789',
  Body: 'Zürich & more',
  Empty: '',
};
const signed = (at: string, form: Record<string, string>) => twilio.getExpectedTwilioSignature(authToken, at, form);

test('what Twilio’s own library signed is taken; another token, form, address or no signature is not', () => {
  const form = new URLSearchParams(fields);
  const signature = signed(url, fields);
  expect(isFromTwilio({ authToken, url, form, signature })).toBe(true);
  expect(isFromTwilio({ authToken: 'other', url, form, signature })).toBe(false);
  expect(isFromTwilio({ authToken, url: `${url}c`, form, signature })).toBe(false);
  expect(isFromTwilio({ authToken, url, form: new URLSearchParams({ ...fields, To: '+1' }), signature })).toBe(false);
  expect(isFromTwilio({ authToken, url, form: new URLSearchParams({ ...fields, More: '1' }), signature })).toBe(false);
  expect(isFromTwilio({ authToken, url, form, signature: undefined })).toBe(false);
  expect(isFromTwilio({ authToken, url, form, signature: '' })).toBe(false);
  expect(isFromTwilio({ authToken, url: 'nowhere', form, signature })).toBe(false);
});

test('with the usual port or without it, and never with another', () => {
  const form = new URLSearchParams(fields);
  const [bare, usual, other] = ['', ':443', ':8443'].map((port) => `https://quarterdeck.example${port}/cb?a=b`);
  for (const [called, seen, taken] of [
    [bare, usual, true],
    [usual, bare, true],
    [bare, bare, true],
    [other, other, true],
    [bare, other, true],
    [other, bare, false],
  ] as const) {
    const signature = signed(called ?? '', fields);
    expect(isFromTwilio({ authToken, url: seen ?? '', form, signature })).toBe(taken);
    expect(twilio.validateRequest(authToken, signature, seen ?? '', fields)).toBe(taken);
  }
});

test('names that come twice are signed as Twilio signs them', () => {
  const form = new URLSearchParams('Media=b&Media=a&Media=b&A=1');
  const signature = twilio.getExpectedTwilioSignature(authToken, url, { A: '1', Media: ['b', 'a', 'b'] });
  expect(isFromTwilio({ authToken, url, form, signature })).toBe(true);
});

test.each([
  ['MessageSid=SM1&MessageStatus=delivered', 'sms', 'delivered', null],
  ['MessageSid=SM1&MessageStatus=sent', 'sms', 'sent', null],
  [
    'MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30005',
    'sms',
    'failed',
    'The telephone company could not deliver it (30005).',
  ],
  ['MessageSid=SM1&MessageStatus=failed', 'sms', 'failed', 'It could not be sent.'],
  ['CallSid=SM1&CallStatus=in-progress', 'voice', 'delivered', null],
  ['CallSid=SM1&CallStatus=completed', 'voice', 'delivered', null],
  ['CallSid=SM1&CallStatus=busy', 'voice', 'failed', 'The line was busy.'],
  ['CallSid=SM1&CallStatus=no-answer', 'voice', 'failed', 'Nobody answered.'],
])('%s is told as a status', (form, channel, state, reason) => {
  expect(readTwilioCallback(new URLSearchParams(form))).toEqual({
    kind: 'status',
    channel,
    providerId: 'SM1',
    state,
    reason,
  });
});

test.each(['', 'MessageSid=SM1&MessageStatus=queued', 'MessageStatus=delivered', 'CallSid=CA1&CallStatus=initiated'])(
  '"%s" is nothing to act on',
  (form) => {
    expect(readTwilioCallback(new URLSearchParams(form))).toEqual({ kind: 'other' });
  },
);

test.each([
  ['1', 'acknowledge'],
  [' Ack! ', 'acknowledge'],
  ['ACK', 'acknowledge'],
  ['On it.', 'acknowledge'],
  ['Bestätigt', 'acknowledge'],
  ['Ich kann nicht.', 'decline'],
  ['Oui !', 'acknowledge'],
  ['¡No puedo!', 'decline'],
  ['Sí', 'acknowledge'],
  ['2', 'decline'],
  ['No', 'decline'],
  ['can’t', 'decline'],
  ["Can't", 'decline'],
  ['cannot', 'decline'],
  ['ok, but I cannot', 'unclear'],
  ['12', 'unclear'],
  ['who is this?', 'unclear'],
  ['', 'unclear'],
])('a reply of "%s" means: %s', (body, answer) => {
  const form = new URLSearchParams({ SmsStatus: 'received', MessageSid: 'SM9', From: '+4915123456789', Body: body });
  expect(readTwilioCallback(form)).toEqual({
    kind: 'answer',
    channel: 'sms',
    providerId: 'SM9',
    phone: '+4915123456789',
    answer,
  });
});

test.each([
  ['1', 'acknowledge'],
  ['2', 'decline'],
  ['9', 'unclear'],
])('key %s in a call means: %s', (digits, answer) => {
  const form = new URLSearchParams({
    CallSid: 'CA1',
    CallStatus: 'in-progress',
    Direction: 'outbound-api',
    From: '+14155550100',
    To: '+4915123456789',
    Digits: digits,
  });
  expect(readTwilioCallback(form)).toEqual({
    kind: 'answer',
    channel: 'voice',
    providerId: 'CA1',
    phone: '+4915123456789',
    answer,
  });
});

test('what is answered is TwiML as Twilio’s own library writes it', () => {
  const call = new twilio.twiml.VoiceResponse();
  call.say({ language: 'en-US' }, 'INC-42 & more: acknowledged.');
  expect(twimlAnswer('voice', 'INC-42 & more: acknowledged.')).toBe(call.toString());
  const text = new twilio.twiml.MessagingResponse();
  text.message('Acknowledged <1>.');
  expect(twimlAnswer('sms', 'Acknowledged <1>.')).toBe(text.toString());
  expect(twimlAnswer('sms', null)).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>');
});
