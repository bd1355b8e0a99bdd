import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { TryLater, Undeliverable } from './envelope';
import { sendEmail } from './channels/email';
import { startMailServer } from './testing/mail-server';
import { nasty, sampleEnvelope, sampleSettings } from './testing/sample-envelope';

let stop = () => Promise.resolve();
afterEach(() => stop());

async function serve(
  rules: Parameters<typeof startMailServer>[0] = {},
  login: { user?: string; password?: string } = {},
) {
  const server = await startMailServer(rules);
  stop = server.stop;
  const from = 'Quarterdeck <alerts@example.com>';
  const email = { host: '127.0.0.1', port: server.port, secure: false, from, ...login };
  return { server, settings: sampleSettings({ email }) };
}

test('a page arrives as a mail with what, how bad, what is asked, and one button', async () => {
  const { server, settings } = await serve();
  const envelope = sampleEnvelope('bea@example.com');
  const { providerId } = await sendEmail(envelope, settings);
  const [got] = server.got;
  expect(got).toMatchObject({ from: 'alerts@example.com', to: ['bea@example.com'] });
  expect(got?.mail).toMatchObject({
    subject: 'INC-42 Critical: Payments fail',
    from: { name: 'Quarterdeck', address: 'alerts@example.com' },
    to: [{ address: 'bea@example.com', name: '' }],
    messageId: providerId,
  });
  const headers = Object.fromEntries(got?.mail.headers.map(({ key, value }) => [key, value]) ?? []);
  expect(headers).toMatchObject({ 'auto-submitted': 'auto-generated', importance: 'High' });
  expect(got?.mail.text).toContain('Services: Checkout. You are paged');
  expect(got?.mail.text).toContain(`Acknowledge:\n${envelope.acknowledgeUrl}\n`);
  expect([...(got?.mail.html ?? '').matchAll(/href="([^"]*)"/g)].map(([, link]) => link)).toEqual([
    envelope.acknowledgeUrl,
    envelope.url,
  ]);
});

test('every try of one notice is the same mail, another notice is another', async () => {
  const { server, settings } = await serve();
  await sendEmail(sampleEnvelope('bea@example.com'), settings);
  await sendEmail(sampleEnvelope('bea@example.com'), settings);
  await sendEmail(sampleEnvelope('bea@example.com', { key: 'notice-43-email' }), settings);
  const ids = server.got.map(({ mail }) => mail.messageId);
  expect(ids[0]).toMatch(/^<[0-9a-f]{40}@quarterdeck\.example>$/);
  expect(ids).toEqual([ids[0], ids[0], expect.not.stringMatching(ids[0] ?? '')]);
});

test('news asks nothing and is of no urgency', async () => {
  const { server, settings } = await serve();
  await sendEmail(sampleEnvelope('bea@example.com', { urgent: false, acknowledgeUrl: null }), settings);
  const [got] = server.got;
  expect(got?.mail.text).not.toContain('Acknowledge');
  expect(got?.mail.html).not.toContain('Acknowledge');
  expect(got?.raw).not.toMatch(/^(importance|x-priority):/im);
});

test('a reader of German presses a German button', async () => {
  const { server, settings } = await serve();
  await sendEmail(sampleEnvelope('bea@example.com', { language: 'de' }), settings);
  const { text = '', html = '' } = server.got[0]?.mail ?? {};
  expect(text).toMatch(/\nBestätigen:\nhttps[^]*\nIn Quarterdeck öffnen:\n/u);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('>Bestätigen</a>');
  expect(`${text}${html}`).not.toMatch(/Acknowledge|Open in/u);
});

test('what is written to an outsider leads nowhere here, is answered to whom it says, and does not call itself automatic', async () => {
  const { server, settings } = await serve();
  const outsider = { replyTo: 'ada@example.com' };
  await sendEmail(sampleEnvelope('help@stripe.example', { outsider, acknowledgeUrl: null }), settings);
  const [got] = server.got;
  expect(got?.mail.replyTo).toMatchObject([{ address: 'ada@example.com' }]);
  expect(got?.raw).not.toMatch(/^(auto-submitted|x-auto-response-suppress):/im);
  // Nothing of our address but the message's own name.
  expect(`${got?.mail.text}${got?.mail.html}`).not.toContain('quarterdeck.example');
});

test('texts of people stay text: no mark-up, no header of their own', async () => {
  const { server, settings } = await serve();
  const title = `${nasty}\r\nBcc: eve@example.com`;
  const body = '<script>alert(1)</script>\n.\nQUIT';
  await sendEmail(sampleEnvelope('bea@example.com', { title, body }), settings);
  const [got] = server.got;
  expect(got?.mail.subject).toBe(`${nasty} Bcc: eve@example.com`);
  expect(got?.to).toEqual(['bea@example.com']);
  expect(got?.mail.bcc ?? []).toEqual([]);
  expect(got?.mail.html).not.toContain('<script>');
  expect(got?.mail.html).not.toContain('<!channel>');
  expect(got?.mail.html).toContain('&lt;script&gt;');
  expect(got?.mail.text).toContain('<script>alert(1)</script>\n.\nQUIT');
});

test('a user and password open the server; wrong ones are tried later, since they may be set right', async () => {
  const user = { name: 'quarterdeck', password: 'open sesame' };
  const { server, settings } = await serve({ user }, { user: 'quarterdeck', password: 'open sesame' });
  await sendEmail(sampleEnvelope('bea@example.com'), settings);
  expect(server.got).toHaveLength(1);
  const wrong = { ...settings, email: settings.email && { ...settings.email, password: 'open barley' } };
  const refused = await sendEmail(sampleEnvelope('bea@example.com'), wrong).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(TryLater);
  expect(String(refused)).not.toContain('barley');
});

test('a recipient refused for good is never tried again, one refused for now is', async () => {
  const { settings } = await serve({
    recipient: (address) =>
      address.startsWith('gone') ? { status: 550, words: 'No such person' } : { status: 451, words: 'Grey-listed' },
  });
  const gone = sendEmail(sampleEnvelope('gone@example.com'), settings);
  await expect(gone).rejects.toThrow(Undeliverable);
  await expect(gone).rejects.toThrow(/550 No such person/);
  const grey = sendEmail(sampleEnvelope('grey@example.com'), settings);
  await expect(grey).rejects.toThrow(TryLater);
});

test('a server that is away, or none that is set up, is tried later', async () => {
  const { server, settings } = await serve();
  await server.stop();
  stop = () => Promise.resolve();
  await expect(sendEmail(sampleEnvelope('bea@example.com'), settings)).rejects.toThrow(TryLater);
  await expect(sendEmail(sampleEnvelope('bea@example.com'), sampleSettings())).rejects.toThrow(/No mail server/);
});

test('a password does not go to another machine unencrypted', async () => {
  const { server, settings } = await serve({ user: { name: 'q', password: 'p' } }, { user: 'q', password: 'p' });
  // The same server by a name that is not this machine's own: it offers no TLS.
  const email = settings.email && { ...settings.email, host: '0.0.0.0' };
  await expect(sendEmail(sampleEnvelope('bea@example.com'), { ...settings, email })).rejects.toThrow(TryLater);
  expect(server.got).toEqual([]);
});

test('a server whose certificate nobody vouches for gets neither password nor mail', async () => {
  const { server, settings } = await serve(
    { secure: true, user: { name: 'q', password: 'p' } },
    { user: 'q', password: 'p' },
  );
  const email = settings.email && { ...settings.email, secure: true };
  const refused = sendEmail(sampleEnvelope('bea@example.com'), { ...settings, email });
  await expect(refused).rejects.toThrow(TryLater);
  await expect(refused).rejects.toThrow(/certificate/);
  expect(server.got).toEqual([]);
});

test('a server that answers a sign now and then for ever is left within the limit', async () => {
  let left = () => {};
  const closed = new Promise<void>((resolve) => (left = resolve));
  const server = createServer((socket) => {
    const dripping = setInterval(() => socket.write('220-'), 10);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      left();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.address() as AddressInfo;
  const email = { host: '127.0.0.1', port, secure: false, from: 'alerts@example.com' };
  const sent = sendEmail(sampleEnvelope('bea@example.com'), sampleSettings({ email }), { limitMs: 200 });
  await expect(sent).rejects.toThrow(/127\.0\.0\.1 did not take it within/);
  await closed;
});
