import { z } from 'zod';

// The ways out of Quarterdeck: what each is called, how an address on it is written, and what is shown of that address.

export const channelNames = [
  'email',
  'push',
  'sms',
  'voice',
  'slack',
  'teams',
  'mattermost',
  'discord',
  'ntfy',
  'webhook',
] as const;
export type ChannelName = (typeof channelNames)[number];

const email = z.string().trim().max(254, 'This is too long for an e-mail address.').pipe(z.email());

/** E.164: people write blanks, dashes, brackets and 00 for the plus, which are taken away. */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().\-/]/g, '').replace(/^00/, '+'))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'This must be a number with its country, such as +49 151 23456789.'));

const link = z
  .string()
  .trim()
  .max(2_000, 'This is too long for an address.')
  .refine(isLink, 'This must be an address such as https://hooks.example.com/abc.')
  .transform((text) => new URL(text).href);

const topic = link.refine(
  (text) => /^\/(?:[^/]+\/)*[\w-]{1,64}$/.test(new URL(text).pathname),
  'This must be a topic’s address, such as https://ntfy.sh/quarterdeck-bea.',
);

function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

const bytes = (length: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => Math.floor((text.replace(/=+$/, '').length * 3) / 4) === length);

/** What a browser tells of itself when it lets itself be called. */
const subscription = z.object({
  endpoint: link,
  keys: z.object({ p256dh: bytes(65), auth: bytes(16) }),
});
export type PushSubscriptionKeys = z.infer<typeof subscription>;

/** Whom a signed webhook calls, and the Standard Webhooks secret that signs: 24 to 64 bytes. */
const signed = z.object({
  url: link,
  secret: z
    .string()
    .trim()
    .regex(
      /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/,
      'This must be a secret such as whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw.',
    ),
});
export type SignedWebhook = z.infer<typeof signed>;

function asJson<Output>(schema: z.ZodType<Output>): z.ZodType<Output, string> {
  return z
    .string()
    .max(4_000, 'This is too long.')
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'This must be JSON.' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const asText = <Output>(schema: z.ZodType<Output>) => asJson(schema).transform((value) => JSON.stringify(value));

const inputs: Record<ChannelName, z.ZodType<string, string>> = {
  email,
  push: asText(subscription),
  sms: phone,
  voice: phone,
  slack: link,
  teams: link,
  mattermost: link,
  discord: link,
  ntfy: topic,
  webhook: asText(signed),
};

/** An address on a channel as a person types it; parsed, it is the one text that is kept. Push and webhook take JSON. */
export function addressInput(channel: ChannelName): z.ZodType<string, string> {
  return inputs[channel];
}

/** The browser that a kept push address names. Throws where it was not kept by `addressInput`. */
export function pushSubscriptionOf(address: string): PushSubscriptionKeys {
  return asJson(subscription).parse(address);
}

/** The address and secret that a kept webhook address names. Throws where it was not kept by `addressInput`. */
export function signedWebhookOf(address: string): SignedWebhook {
  return asJson(signed).parse(address);
}

/** What a screen shows of a kept address: enough to know it again, too little to use it. */
export function shownAs(channel: ChannelName, address: string): string {
  switch (channel) {
    case 'email': {
      const at = address.lastIndexOf('@');
      return `${address.slice(0, Math.min(2, at - 1))}…${address.slice(at)}`;
    }
    case 'sms':
    case 'voice':
      return ending(address);
    case 'push':
      return shownLink(pushSubscriptionOf(address).endpoint);
    case 'webhook':
      return shownLink(signedWebhookOf(address).url);
    case 'slack':
    case 'teams':
    case 'mattermost':
    case 'discord':
    case 'ntfy':
      return shownLink(address);
  }
}

function shownLink(address: string): string {
  const { host, pathname, search } = new URL(address);
  const secret = `${pathname}${search}`.replace(/^\/|\/$/g, '');
  return secret ? `${host} ${ending(secret)}` : host;
}

/** The last four signs, or fewer where four would tell half of it. */
function ending(text: string): string {
  const length = Math.min(4, Math.floor(text.length / 3));
  return `…${length > 0 ? text.slice(-length) : ''}`;
}
