import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type ChannelName, addressInput, shownAs } from '@/lib/core/notification/channels';
import { instantOf } from '@/lib/core/instant';
import { adoptSecret } from '@/lib/env';
import { type Answer, startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { startMailServer } from '@/lib/notify/testing/mail-server';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { database } from '@/lib/store/database';
import { type Purpose, insertDeliveries } from '@/lib/store/deliveries';
import { readPagingState } from '@/lib/store/pulse';
import { seal } from '@/lib/store/sealed';
import { transact } from '@/lib/store/transact';
import { startSending } from './send-deliveries';

const secret = 'a secret of at least thirty-two characters';
const stops: (() => Promise<void>)[] = [];
let receiver: Awaited<ReturnType<typeof startHttpReceiver>>;
let mail: Awaited<ReturnType<typeof startMailServer>>;
/** What the receiver answers, by topic; taken where nothing is said. */
const answers = new Map<string, Answer>();

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const topicOf = ({ body }: { body: Buffer }) => (JSON.parse(body.toString()) as { topic: string }).topic;

beforeAll(async () => {
  adoptSecret(secret);
  receiver = await startHttpReceiver((got) => answers.get(topicOf(got)) ?? { status: 200, body: '{"id":"m1"}' });
  mail = await startMailServer({
    recipient: (address) => ({ status: 550, words: `<${address.toUpperCase()}> is nobody here` }),
  });
  const email = { host: '127.0.0.1', port: mail.port, secure: false, from: 'alerts@example.com' };
  await transact(({ tx }) => keepGivenSettings(tx, { email, twilio: null, allowPrivate: ['127.0.0.1'] }));
  for (const id of ['bea', 'cy'])
    await database.person.create({ data: { id, name: id, role: 'responder', email: `${id}@example.org` } });
  return async () => {
    await receiver.stop();
    await mail.stop();
  };
});

beforeEach(async () => {
  receiver.got.length = 0;
  answers.clear();
  await database.delivery.deleteMany();
  await database.contactMethod.deleteMany();
});

afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** Owes somebody a message, and answers with the method that it goes by. */
async function owe(
  channel: ChannelName,
  address: string,
  purpose: Purpose = 'page',
  personId: 'bea' | 'cy' = 'bea',
): Promise<string> {
  const id = randomUUID();
  const kept = addressInput(channel).parse(address);
  const shown = shownAs(channel, kept);
  const now = new Date();
  const row = { id, personId, channel, label: '', shown, createdAt: now, verifiedAt: now };
  await database.contactMethod.create({ data: { ...row, address: seal(kept, sealOfMethod(id)) } });
  const nothing = { noticeId: null, kind: null, severity: null, incidentNumber: null, pageId: null };
  const text = { purpose, title: 'Cards fail', body: 'Look', url: '/' };
  const at = instantOf(now.getTime());
  const due = { ...nothing, ...text, methodId: id, personId, channel, shown, dueAt: at };
  await transact(({ tx }) => insertDeliveries(tx, [due], at));
  return id;
}

const oweTopic = (topic: string, purpose?: Purpose) => owe('ntfy', `${receiver.url}/${topic}`, purpose);
const became = (methodId: string) => database.delivery.findFirstOrThrow({ where: { methodId } });

it.each([
  ['that the database cannot keep', JSON.stringify({ id: 'm\0' })],
  ['that no index can hold', JSON.stringify({ id: Array.from({ length: 3_000 }, () => randomUUID()).join('') })],
])('takes a name %s for none, and does not send for ever', async (_what, body) => {
  answers.set('one', { status: 200, body });
  const method = await oweTopic('one');
  stops.push(startSending());
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'sent', providerId: null }));
});

it('keeps of what a server says no more of the address than is shown', async () => {
  const method = await owe('email', 'bea.private@example.com');
  stops.push(startSending());
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'failed' }));
  const { error } = await became(method);
  expect(error).not.toMatch(/bea\.private/iu);
  expect(error).toContain('<be…@example.com> is nobody here');
});

it('keeps a way free for pages while what is no page waits for a server that says nothing', async () => {
  const silent = await startHttpReceiver(() => 'never');
  for (let each = 0; each < 9; each += 1) await owe('ntfy', `${silent.url}/news`, 'news');
  stops.push(startSending({ parallel: 4 }), silent.stop);
  await eventually(() => expect(silent.got).toHaveLength(3));
  const method = await oweTopic('page');
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'sent' }));
  expect(silent.got).toHaveLength(3);
});

it('lets one person’s silent receivers, however many, hold up no page of others', async () => {
  const silent = await Promise.all(Array.from({ length: 6 }, () => startHttpReceiver(() => 'never')));
  for (let each = 0; each < 30; each += 1) await owe('ntfy', `${silent[each % 6]?.url}/${each}`);
  const method = await owe('ntfy', `${receiver.url}/page`, 'page', 'cy');
  stops.push(startSending({ youngForMs: 0 }), ...silent.map(({ stop }) => stop));
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'sent' }));
  // Not because the time of one of them was up.
  expect(await database.delivery.count({ where: { personId: 'bea', error: { not: null } } })).toBe(0);
  expect(await database.delivery.count({ where: { personId: 'bea', state: 'sending' } })).toBe(8);
  await eventually(() => expect(silent.flatMap(({ got }) => got)).toHaveLength(8));
});

it('lets a mail server that says nothing hold up nothing but mail, and knocks there no oftener than before', async () => {
  const knocks = new Set<Socket>();
  const silent = createServer((socket) => {
    knocks.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const email = (to: number) => ({ host: '127.0.0.1', port: to, secure: false, from: 'alerts@example.com' });
  const given = { twilio: null, allowPrivate: ['127.0.0.1'] };
  await transact(({ tx }) => keepGivenSettings(tx, { email: email(port), ...given }));
  for (let each = 0; each < 6; each += 1) {
    await owe('email', `bea-${each}@example.com`);
    await owe('email', `cy-${each}@example.com`, 'page', 'cy');
  }
  const method = await oweTopic('page');
  stops.push(startSending({ parallel: 4, youngForMs: 0 }));
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'sent' }));
  expect(await database.delivery.count({ where: { channel: 'email', state: 'sending' } })).toBe(4);
  await eventually(() => expect(knocks.size).toBe(4));
  for (const each of knocks) each.destroy();
  await new Promise((resolve) => silent.close(resolve));
  await transact(({ tx }) => keepGivenSettings(tx, { email: email(mail.port), ...given }));
});

it('counts as late for the heartbeat of paging only what calls somebody', async () => {
  await oweTopic('news', 'news');
  expect((await readPagingState()).messagesLateMs).toBeNull();
  await oweTopic('page');
  expect((await readPagingState()).messagesLateMs).not.toBeNull();
});

it('sends a page before news that is due for longer', async () => {
  for (let each = 0; each < 4; each += 1) await oweTopic(`news-${each}`, 'news');
  await oweTopic('page');
  stops.push(startSending({ parallel: 1 }));
  await eventually(() => expect(receiver.got).toHaveLength(5));
  expect(receiver.got.map(topicOf)[0]).toBe('page');
});

it('gives up what was begun again and again and never ended', async () => {
  const method = await oweTopic('one');
  await database.delivery.updateMany({ data: { attempts: 20, state: 'sending' } });
  stops.push(startSending());
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'failed' }));
  expect(receiver.got).toEqual([]);
});

it('sends what can be sent where the secret is another than when the keys and settings were kept', async () => {
  adoptSecret('another secret of at least thirty-two characters');
  const privateKey = seal('a key', 'vapid private key');
  const value = { publicKey: 'B', privateKey };
  await database.setting.upsert({ where: { key: 'vapid' }, create: { key: 'vapid', value }, update: { value } });
  adoptSecret(secret);
  const method = await oweTopic('one');
  const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
  const browser = await owe('push', JSON.stringify({ endpoint: `${receiver.url}/push`, keys }));
  stops.push(startSending());
  await eventually(async () => expect(await became(method)).toMatchObject({ state: 'sent' }));
  await eventually(async () => expect(await became(browser)).toMatchObject({ state: 'failed' }));
  await database.setting.delete({ where: { key: 'vapid' } });
});
