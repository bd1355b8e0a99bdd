import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { type ChannelSettings } from '@/lib/core/notification/channel-settings';
import { type Envelope, type Sent, TryLater, Undeliverable } from '../envelope';
import { subjectOf } from '../subject';
import { mailHtml, mailText } from './mail-bodies';

type MailSettings = NonNullable<ChannelSettings['email']>;

/** For one mail, from the first knock to the server's last word: a server that answers a sign a minute would hold it for ever. */
const timeLimit = 15_000;

/** One connection a mail: what failed is then known at once, and nothing is sent twice behind our back. */
function transportOf({ host, port, secure, user, password }: MailSettings) {
  return createTransport({
    host,
    port,
    secure,
    // A password never leaves this machine unencrypted.
    requireTLS: Boolean(user) && !/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host),
    auth: user ? { user, pass: password ?? '' } : undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Sends one mail, within `limitMs` milliseconds or not at all. */
export const sendEmail = async (
  envelope: Envelope,
  { email }: ChannelSettings,
  { limitMs = timeLimit }: { limitMs?: number } = {},
): Promise<Sent> => {
  if (!email) throw new TryLater('No mail server is set up.');
  const messageId = `<${createHash('sha256').update(envelope.key).digest('hex').slice(0, 40)}@${hostOf(envelope.url)}>`;
  const signal = AbortSignal.timeout(limitMs);
  try {
    await transportOf(email).sendMail({
      from: email.from,
      to: { name: '', address: envelope.to },
      subject: subjectOf(envelope),
      replyTo: envelope.outsider?.replyTo ?? undefined,
      messageId,
      date: new Date(envelope.at),
      priority: envelope.urgent ? 'high' : 'normal',
      // A vendor's desk drops what calls itself automatic, and its automatic answer has the ticket's number.
      headers: envelope.outsider ? {} : { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      text: mailText(envelope),
      html: mailHtml(envelope),
      signal,
    });
  } catch (error) {
    if (signal.aborted)
      throw new TryLater(
        `The mail server ${email.host} did not take it within ${Math.round(limitMs / 1_000)} seconds.`,
      );
    throw toldBy(error, email.host);
  }
  return { providerId: messageId };
};

/** A server that refuses the recipient or the text for good never takes this mail; one that refuses us may, once it is set right. */
function toldBy(error: unknown, host: string): Error {
  const { code, command, responseCode, response, message } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
    response?: string;
    message?: string;
  };
  const said = response ?? message ?? code ?? 'no reason given';
  const words = `The mail server ${host} ${responseCode ? 'answered' : 'could not be used'}: ${said}`;
  const forGood = responseCode !== undefined && responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command ?? '');
  return forGood ? new Undeliverable(words) : new TryLater(words);
}

function hostOf(url: string): string {
  const { hostname } = new URL(url);
  return hostname.startsWith('[') ? 'quarterdeck' : hostname;
}
