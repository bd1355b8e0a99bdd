import { answerByLink } from '@/lib/commands/answer-by-link';
import { hearOfDelivery } from '@/lib/commands/hear-of-delivery';
import { isRefusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { type TwilioCallback, isFromTwilio, readTwilioCallback, twimlAnswer } from '@/lib/notify/twilio-callback';
import { acknowledgeToken } from '@/lib/store/acknowledge-link';
import { readGivenSettings } from '@/lib/store/channel-settings';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
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
    const arrived = heard.state === 'delivered';
    await hearOfDelivery(heard.channel, heard.providerId, { arrived, error: heard.reason });
  }
  if (heard.kind !== 'answer') return { status: 200, xml: twimlAnswer('sms', null) };
  return { status: 200, xml: twimlAnswer(heard.channel, await replied(heard, token)) };
}

async function replied({ channel, answer, phone }: Answer, token: string | null): Promise<string> {
  if (answer === 'unclear')
    return channel === 'sms' ? 'Reply 1 to acknowledge, 2 if you cannot.' : 'That was neither 1 nor 2.';
  const take = answer === 'acknowledge';
  const links = token ? [token] : (await findTexted(phone, await readClock(database))).map(acknowledgeToken);
  let said = 'No page waits for an answer from this number.';
  for (const link of links) {
    const done = await answerByLink(link, { take }, channel);
    if (!isRefusal(done))
      return take ? 'Acknowledged. You have it, and nobody else is called.' : 'Noted. The next are called.';
    said = done.message;
  }
  return said;
}
