import { type AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
  mail: Email;
}

interface Rules {
  /** TLS from the first byte, by a certificate that nobody vouches for. */
  secure?: boolean;
  user?: { name: string; password: string };
  /** The refusal of a recipient: an SMTP status and words; null takes them. */
  recipient?: (address: string) => { status: number; words: string } | null;
}

/** A real SMTP server on this machine that parses what it got. */
export async function startMailServer({ secure = false, user, recipient = () => null }: Rules = {}) {
  const got: ReceivedMail[] = [];
  const server = new SMTPServer({
    secure,
    logger: false,
    authOptional: !user,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, callback) {
      const known = username === user?.name && password === user?.password;
      callback(known ? null : new Error('Who are you?'), known ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, callback) {
      const refusal = recipient(address);
      callback(refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.status }) : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        void PostalMime.parse(raw).then((mail) => {
          const from = mailFrom ? mailFrom.address : '';
          got.push({ from, to: rcptTo.map(({ address }) => address), raw: raw.toString('utf8'), mail });
          callback();
        }, callback);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { got, port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
