import { z } from 'zod';
import { channelSettings } from '@/lib/core/notification/channel-settings';
import { type Refusal } from '@/lib/core/refusal';
import { type GivenSettings, keepGivenSettings, noSettings, readGivenSettings } from '@/lib/store/channel-settings';
import { recordFacts } from '@/lib/store/facts';
import { Unsealable } from '@/lib/store/sealed';
import { dropUnreadableKeys } from '@/lib/store/vapid';
import { administer } from './administer';
import { type Caller } from './caller';

const { email, twilio, allowPrivate } = channelSettings;

/** What is left out stays; null takes away. A secret is only ever given, so one left out stays too, as long as it goes to the same place. */
const input = z.object({
  email: email.nullable().optional(),
  twilio: twilio.extend({ authToken: twilio.shape.authToken.optional() }).nullable().optional(),
  allowPrivate: allowPrivate.optional(),
});

const missingToken = {
  refusal: 'invalid',
  message: 'Give the token again: it is kept only for the account and address that it was given for.',
  fields: { 'twilio.authToken': 'Give the token.' },
} as const;

const names = { email: 'the mail server', twilio: 'Twilio', allowPrivate: 'private addresses' };

/** Says what messages leave by: the mail server, the telephone company, and which private addresses may be called. */
export async function changeChannels(
  caller: Caller,
  draft: unknown,
): Promise<{ given: string[]; taken: string[] } | Refusal> {
  const what = { name: 'change-channels', schema: input, draft, lock: 'policy' } as const;
  return administer(caller, what, async (unit, wanted, now) => {
    const before = await readBefore();
    const phone = withToken(wanted.twilio, before.twilio);
    if (phone === 'missing') return missingToken;
    const after: GivenSettings = {
      email: withPassword(wanted.email, before.email),
      twilio: phone,
      allowPrivate: wanted.allowPrivate ?? before.allowPrivate,
    };
    const differing = (['email', 'twilio', 'allowPrivate'] as const).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    const isGone = (key: keyof GivenSettings) =>
      after[key] === null || (Array.isArray(after[key]) && after[key].length === 0);
    const given = differing.filter((key) => !isGone(key)).map((key) => names[key]);
    const taken = differing.filter(isGone).map((key) => names[key]);
    await dropUnreadableKeys(unit.tx);
    if (differing.length === 0 && before !== unreadable) return { given, taken };
    await keepGivenSettings(unit.tx, after);
    if (differing.length === 0) return { given, taken };
    const fact = { kind: 'channels.changed', data: { given, taken } } as const;
    await recordFacts(unit, { stream: 'channels', actor: caller.actor, now }, [fact]);
    return { given, taken };
  });
}

/** What was given under a secret that was lost cannot be read by anybody: it is given anew in place of nothing. */
const unreadable: GivenSettings = { ...noSettings };

async function readBefore(): Promise<GivenSettings> {
  try {
    return await readGivenSettings();
  } catch (error) {
    if (error instanceof Unsealable) return unreadable;
    throw error;
  }
}

type Mail = GivenSettings['email'];
type Phone = GivenSettings['twilio'];

function withPassword(wanted: Mail | undefined, before: Mail): Mail {
  if (wanted === undefined) return before;
  if (!wanted?.user || wanted.password !== undefined) return wanted;
  const same = before?.host === wanted.host && before.port === wanted.port && before.user === wanted.user;
  return same && before.password !== undefined ? { ...wanted, password: before.password } : wanted;
}

function withToken(wanted: z.infer<typeof input>['twilio'], before: Phone): Phone | 'missing' {
  if (wanted === undefined) return before;
  if (wanted === null) return null;
  const { authToken } = wanted;
  if (authToken !== undefined) return { ...wanted, authToken };
  const same = before?.accountSid === wanted.accountSid && before.baseUrl === wanted.baseUrl;
  return same ? { ...wanted, authToken: before.authToken } : 'missing';
}
