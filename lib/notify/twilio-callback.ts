import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Language } from '@/lib/core/language/language';
import { markup } from './markup';
import { spoken } from './spoken';

/** What a telephone company called us for. `other`: nothing that we act on, such as a text that is still on its way. */
export type TwilioCallback =
  | {
      kind: 'status';
      channel: 'sms' | 'voice';
      providerId: string;
      state: 'sent' | 'delivered' | 'failed';
      reason: string | null;
    }
  | {
      kind: 'answer';
      channel: 'sms' | 'voice';
      providerId: string | null;
      /** Whose telephone it came from, E.164. */
      phone: string;
      answer: 'acknowledge' | 'decline' | 'unclear';
    }
  | { kind: 'other' };

/**
 * Whether a callback comes from whoever has the account's token: `url` as Twilio called it, with its query, and the form
 * that it posted. Twilio signs with and without the port, so both are taken.
 */
export function isFromTwilio(asked: {
  authToken: string;
  url: string;
  form: URLSearchParams;
  signature: string | undefined;
}): boolean {
  const given = Buffer.from(asked.signature ?? '', 'base64');
  const form = signedForm(asked.form);
  return spellings(asked.url).some((url) => {
    const wanted = createHmac('sha1', asked.authToken)
      .update(url + form)
      .digest();
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function spellings(url: string): string[] {
  const [, scheme, host, port, rest] = /^(https?:)\/\/([^/?#:]+|\[[^\]]+\])(:\d+)?(.*)$/.exec(url) ?? [];
  if (!scheme || !host) return [];
  const usual = scheme === 'https:' ? ':443' : ':80';
  return [...new Set([`${port ?? usual}`, ''])].map((spelt) => `${scheme}//${host}${spelt}${rest ?? ''}`);
}

/** Names and values without anything between them, by name, equal values of a name once. */
function signedForm(form: URLSearchParams): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of form) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, all]) => [...all].sort().map((value) => name + value))
    .join('');
}

/** Reads a callback whose signature was checked. */
export function readTwilioCallback(form: URLSearchParams): TwilioCallback {
  const text = (name: string) => form.get(name) ?? '';
  if (form.has('Digits'))
    return {
      kind: 'answer',
      channel: 'voice',
      providerId: text('CallSid') || null,
      // The one we called answers; of a call to us it would be the one who called.
      phone: text('Direction') === 'inbound' ? text('From') : text('To'),
      answer: answerIn(text('Digits')),
    };
  if (text('SmsStatus') === 'received')
    return {
      kind: 'answer',
      channel: 'sms',
      providerId: text('MessageSid') || null,
      phone: text('From'),
      answer: answerIn(text('Body')),
    };
  if (form.has('MessageStatus')) return statusOf('sms', text('MessageSid'), text('MessageStatus'), text('ErrorCode'));
  if (form.has('CallStatus')) return statusOf('voice', text('CallSid'), text('CallStatus'), text('SipResponseCode'));
  return { kind: 'other' };
}

type Told = { state: 'sent' | 'delivered' | 'failed'; reason: string | null };

const states: Record<'sms' | 'voice', Record<string, Told>> = {
  sms: {
    sent: { state: 'sent', reason: null },
    delivered: { state: 'delivered', reason: null },
    read: { state: 'delivered', reason: null },
    undelivered: { state: 'failed', reason: 'The telephone company could not deliver it' },
    failed: { state: 'failed', reason: 'It could not be sent' },
  },
  voice: {
    ringing: { state: 'sent', reason: null },
    'in-progress': { state: 'delivered', reason: null },
    completed: { state: 'delivered', reason: null },
    busy: { state: 'failed', reason: 'The line was busy' },
    'no-answer': { state: 'failed', reason: 'Nobody answered' },
    failed: { state: 'failed', reason: 'The call could not be made' },
    canceled: { state: 'failed', reason: 'The call was called off' },
  },
};

function statusOf(channel: 'sms' | 'voice', providerId: string, status: string, code: string): TwilioCallback {
  const told = states[channel][status];
  if (!told || !providerId) return { kind: 'other' };
  const reason = told.reason === null ? null : `${told.reason}${code ? ` (${code})` : ''}.`;
  return { kind: 'status', channel, providerId, state: told.state, reason };
}

const answers = {
  acknowledge: [
    ...['1', 'a', 'ack', 'acked', 'acknowledge', 'acknowledged', 'yes', 'y', 'ok', 'okay', 'on it', 'got it'],
    ...['ja', 'bestätigt', 'bestätigen', 'oui', 'confirmé', 'confirmer', 'sí', 'si', 'confirmado', 'confirmar'],
  ],
  decline: [
    ...['2', 'd', 'no', 'n', 'nope', 'decline', 'declined', 'cannot', 'can not', 'cant', 'i cannot', 'i cant'],
    ...['nein', 'abgelehnt', 'ablehnen', 'ich kann nicht', 'non', 'refusé', 'refuser', 'je ne peux pas'],
    ...['rechazado', 'rechazar', 'no puedo'],
  ],
};

/** Only what can mean nothing else is an answer: a page must not end because somebody wrote "ok, but I cannot". */
function answerIn(said: string): 'acknowledge' | 'decline' | 'unclear' {
  const words = said
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (answers.acknowledge.includes(words)) return 'acknowledge';
  return answers.decline.includes(words) ? 'decline' : 'unclear';
}

/** What Twilio is answered, as `text/xml`: a sentence to say in the call or to write back; null says nothing. */
export function twimlAnswer(channel: 'sms' | 'voice', sentence: string | null, language: Language = 'en'): string {
  const verb = channel === 'sms' ? 'Message' : 'Say';
  const said =
    sentence === null
      ? ''
      : `<${verb}${channel === 'voice' ? ` language="${spoken[language]}"` : ''}>${markup(sentence)}</${verb}>`;
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${said}</Response>`;
}
