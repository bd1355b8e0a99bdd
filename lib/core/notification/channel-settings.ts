import { z } from 'zod';
import { type ChannelName } from './channels';

// What an administrator gives so that a channel can send; the others need nothing but an address.

const port = z.number().int().min(1).max(65_535);
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?$/, 'This must be the name of a machine, such as mail.example.com.');

/** A sender: `alerts@example.com`, or `Quarterdeck <alerts@example.com>`. */
const sender = z
  .string()
  .trim()
  .max(320)
  .refine(
    (text) => z.email().safeParse(/^[^<>\r\n"]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success && !/[\r\n]/.test(text),
    'This must be an e-mail address, with a name before it if you like: Quarterdeck <alerts@example.com>.',
  );

/** `secure`: TLS from the first byte, as on port 465; otherwise STARTTLS wherever the server offers it. */
const email = z.object({
  host: z.union([host, z.ipv4(), z.ipv6()], 'This must be the name of a machine, such as mail.example.com.'),
  port,
  secure: z.boolean(),
  user: z.string().min(1).max(320).optional(),
  password: z.string().min(1).max(1_000).optional(),
  from: sender,
});

/** `from`: a number that the account owns and that can both write and speak. */
const twilio = z.object({
  accountSid: z
    .string()
    .trim()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'This must be an account SID: AC and 32 letters and digits.'),
  authToken: z.string().trim().min(16).max(200),
  from: z
    .string()
    .transform((text) => text.replace(/[\s().\-/]/g, ''))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, 'This must be a number with its country, such as +1 415 555 0100.')),
  baseUrl: z
    .string()
    .trim()
    .refine(
      (text) => /^https?:\/\//i.test(text) && URL.canParse(text),
      'This must be an address such as https://api.twilio.com.',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .default('https://api.twilio.com'),
});

/** VAPID (RFC 8292): both keys as base64url, and whom a push service may write to. Made by Quarterdeck, never typed. */
const push = z.object({ publicKey: z.string(), privateKey: z.string(), subject: z.string() });

/** A machine's name, `*.example.internal` for all below it, an IP address, or a range of them such as 10.0.0.0/8. */
const allowed = z.union(
  [z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6(), host, z.templateLiteral(['*.', host])],
  'This must be a machine, an IP address, or a range such as 10.0.0.0/8.',
);

/** The schema of each setting, as a form and an API take it. */
export const channelSettings = { email, twilio, push, allowPrivate: z.array(allowed).max(100) };

/** Everything a channel needs to send; null where an administrator gave nothing. */
export interface ChannelSettings {
  email: z.infer<typeof email> | null;
  twilio: z.infer<typeof twilio> | null;
  push: z.infer<typeof push> | null;
  /** Outward addresses that may be private: names or ranges. */
  allowPrivate: string[];
}

/** Why nothing can be sent by a channel yet, as a sentence; null where it can. */
export function lackedBy(channel: ChannelName, settings: ChannelSettings): string | null {
  if (channel === 'email' && !settings.email) return 'No mail server is set up.';
  if ((channel === 'sms' || channel === 'voice') && !settings.twilio) return 'No Twilio account is set up.';
  if (channel === 'push' && !settings.push)
    return 'Browsers cannot be called: there are no keys for it that can be read.';
  return null;
}
