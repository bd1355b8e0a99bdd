import { textsIn } from '@/lib/core/language/texts-in';
import { type Envelope, type Send, TryLater } from '../envelope';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { oneLine } from '@/lib/core/text';
import { idIn } from '../id-in';
import { markup } from '../markup';
import { post } from '../post';
import { shorten } from '../shorten';
import { spoken } from '../spoken';
import { subjectOf } from '../subject';

/** What an SMS says, within three parts of it: what, what is asked, where. */
export function smsText(envelope: Envelope): string {
  const { body, url, acknowledgeUrl, language } = envelope;
  const ask = acknowledgeUrl ? textsIn(language).reply : '';
  const about = shorten([subjectOf(envelope), oneLine(body).trim()].filter(Boolean).join('. '), 200);
  return [about, ask, acknowledgeUrl ?? url].filter(Boolean).join('\n');
}

/** What a call says, as TwiML of at most 4,000 signs, twice; where something is asked, a key answers it. */
export function callTwiml(envelope: Envelope): string {
  const { body, acknowledgeUrl, callbackUrl, language } = envelope;
  const { voice } = textsIn(language);
  const about = shorten(`${subjectOf(envelope)}. ${oneLine(body).trim()}`, 280).replace(
    /\bINC-(\d+)/g,
    (_, number: string) => voice.incident({ number }),
  );
  const say = (text: string) => `<Say language="${spoken[language]}">${markup(text)}</Say>`;
  if (!acknowledgeUrl || !callbackUrl)
    return `<Response><Pause length="1"/>${say(`${voice.intro} ${about}`)}<Pause length="1"/>${say(about)}</Response>`;
  const gather = (text: string) =>
    `<Gather input="dtmf" numDigits="1" timeout="8" method="POST" action="${markup(callbackUrl)}"><Pause length="1"/>${say(
      `${text} ${voice.press}`,
    )}</Gather>`;
  return `<Response>${gather(`${voice.intro} ${about}`)}${gather(about)}${say(voice.noKey)}</Response>`;
}

export const sendSms: Send = (envelope, settings) =>
  ask('Messages', settings, [
    ['To', envelope.to],
    ['Body', smsText(envelope)],
    // A page that lies with the telephone company for half an hour has long gone on to somebody else.
    ...(envelope.urgent ? [['ValidityPeriod', '1800'] as const] : []),
    ...(envelope.callbackUrl ? [['StatusCallback', envelope.callbackUrl] as const] : []),
  ]);

export const sendVoice: Send = (envelope, settings) =>
  ask('Calls', settings, [
    ['To', envelope.to],
    ['Twiml', callTwiml(envelope)],
    ['Timeout', '30'],
    ...(envelope.callbackUrl
      ? [
          ['StatusCallback', envelope.callbackUrl] as const,
          ['StatusCallbackEvent', 'answered'] as const,
          ['StatusCallbackEvent', 'completed'] as const,
        ]
      : []),
  ]);

async function ask(
  what: 'Messages' | 'Calls',
  { twilio, allowPrivate }: ChannelSettings,
  fields: (readonly [string, string])[],
) {
  if (!twilio) throw new TryLater('No Twilio account is set up.');
  const { accountSid, authToken, from, baseUrl } = twilio;
  const form = new URLSearchParams([['From', from], ...fields.map(([name, value]) => [name, value])]);
  const { body } = await post({
    url: `${baseUrl}/2010-04-01/Accounts/${accountSid}/${what}.json`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
    },
    body: form.toString(),
    // Whoever set the account up may have set up a Twilio of their own.
    allowPrivate: [...allowPrivate, new URL(baseUrl).hostname],
    ourCredentials: true,
  });
  return { providerId: idIn(body, 'sid') };
}
