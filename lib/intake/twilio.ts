import { answerByLink } from '@/lib/commands/answer-by-link';
import { hearOfDelivery } from '@/lib/commands/hear-of-delivery';
import { type Texts } from '@/lib/core/language/texts';
import { textsIn } from '@/lib/core/language/texts-in';
import { isRefusal, type Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { type TwilioCallback, isFromTwilio, readTwilioCallback, twimlAnswer } from '@/lib/notify/twilio-callback';
import { acknowledgeToken, deliveryOfToken } from '@/lib/store/acknowledge-link';
import { readGivenSettings } from '@/lib/store/channel-settings';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { findAcknowledgeLink } from '@/lib/store/find-acknowledge-link';
import { findTexted } from '@/lib/store/telephone';

/** What Twilio posted, as it posted it: `path` with its query, since that is signed. */
interface Posted {
  path: string;
  form: URLSearchParams;
  signature: string | undefined;
  /** The end of the path: the link of the message that this is about. */
  token: string | null;
}

type Answered = { status: 200; xml: string } | { status: 403 | 404 };
type Answer = Extract<TwilioCallback, { kind: 'answer' }>;

/** Hears what became of a text or call, and what was replied. Refuses what Twilio did not sign with the account's token. */
export async function hearTwilio({ path, form, signature, token }: Posted): Promise<Answered> {
  const { twilio } = await readGivenSettings();
  if (!twilio) return { status: 404 };
  const url = `${env.QUARTERDECK_URL}${path}`;
  if (!isFromTwilio({ authToken: twilio.authToken, url, form, signature })) return { status: 403 };
  const heard = readTwilioCallback(form);
  if (heard.kind === 'status' && heard.state !== 'sent') {
    const { channel, providerId, state, reason: error } = heard;
    const known = token === null ? null : deliveryOfToken(token);
    await hearOfDelivery(channel, known, { providerId, arrived: state === 'delivered', error });
  }
  if (heard.kind !== 'answer') return { status: 200, xml: twimlAnswer('sms', null) };
  const { said, language } = await replied(heard, token);
  return { status: 200, xml: twimlAnswer(heard.channel, said, language) };
}

async function replied({ channel, answer, phone, providerId }: Answer, token: string | null) {
  const links = token ? [token] : (await findTexted(phone, await readClock(database))).map(acknowledgeToken);
  const newest = links[0] === undefined ? null : await findAcknowledgeLink(links[0]);
  const language = newest?.reader.language ?? env.QUARTERDECK_LANGUAGE;
  const { reply, voice, answered } = textsIn(language);
  if (answer === 'unclear') return { language, said: channel === 'sms' ? reply : voice.unclear };
  const take = answer === 'acknowledge';
  // A text that is posted again must not answer the page that was sent after it.
  const requestKey = channel === 'sms' && providerId !== null ? `sms-${providerId}` : undefined;
  let said = answered.none;
  for (const link of links) {
    const done = await answerByLink(link, { take }, channel, requestKey);
    if (!isRefusal(done)) {
      const words = take ? answered.acknowledged : answered.declined;
      // Of several pages a text answers one, and says which; in a call it is the one that was told.
      return { language, said: channel === 'sms' ? `INC-${done.number}: ${words}` : words };
    }
    said = refusedWords(done, answered);
  }
  return { language, said };
}

function refusedWords({ refusal, message }: Refusal, answered: Texts['answered']): string {
  if (refusal === 'taken' || refusal === 'conflict') return answered.used;
  if (refusal === 'expired') return answered.expired;
  return refusal === 'changed-meanwhile' ? answered.over : message;
}
