import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret } from '@/lib/env';
import { database } from '@/lib/store/database';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { unseal } from '@/lib/store/sealed';
import { addContactMethod } from './add-contact-method';
import { changeNotificationRules } from './change-notification-rules';
import { removeContactMethod } from './remove-contact-method';
import { sendContactCode } from './send-contact-code';
import { testContactMethod } from './test-contact-method';
import { verifyContactMethod } from './verify-contact-method';

const as = (id: string) => ({ actor: { kind: 'person', id, name: id, role: 'observer' } satisfies Actor });
const bea = as('bea');

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  for (const id of ['bea', 'cy'])
    await database.person.create({ data: { id, name: id, role: 'observer', email: `${id}@example.org` } });
});

beforeEach(async () => {
  await database.delivery.deleteMany();
  await database.contactMethod.deleteMany();
  await database.$executeRaw`delete from clock_offset`;
});

async function add(address = '+49 151 23456789', channel = 'sms') {
  expect(await addContactMethod(bea, { channel, address })).toMatchObject({ id: 'bea' });
  return database.contactMethod.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
}

async function lastCode(): Promise<string> {
  const { body } = await database.delivery.findFirstOrThrow({ where: { purpose: 'code' }, orderBy: { id: 'desc' } });
  return /code is (\d{6})\./u.exec(body)?.[1] ?? '';
}

const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');

it('keeps an address sealed, shows little of it, and counts it once the code that went there comes back', async () => {
  const { id, address, shown, verifiedAt } = await add();
  expect(address).not.toContain('23456789');
  expect(unseal(address, sealOfMethod(id))).toBe('+4915123456789');
  expect(shown).toBe('…6789');
  expect(verifiedAt).toBeNull();
  const code = await lastCode();
  expect(await verifyContactMethod(bea, id, { code: wrongFor(code) })).toMatchObject({ refusal: 'invalid' });
  expect(await verifyContactMethod(bea, id, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).toMatchObject({
    id: 'bea',
  });
  expect((await database.contactMethod.findUniqueOrThrow({ where: { id } })).verifiedAt).not.toBeNull();
  const kinds = (await database.fact.findMany({ where: { stream: 'person:bea' }, orderBy: { seq: 'asc' } })).map(
    ({ kind }) => kind,
  );
  expect(kinds.slice(-2)).toEqual(['contact-method.added', 'contact-method.verified']);
});

it('cannot be verified by guessing, by an old code, or after a quarter of an hour', async () => {
  const { id } = await add();
  const first = await lastCode();
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await verifyContactMethod(bea, id, { code: wrongFor(first) })).toMatchObject({ refusal: 'invalid' });
  }
  expect(await verifyContactMethod(bea, id, { code: first })).toMatchObject({ refusal: 'expired' });
  expect(await sendContactCode(bea, id)).toMatchObject({ id: 'bea' });
  const second = await lastCode();
  if (second !== first)
    expect(await verifyContactMethod(bea, id, { code: first })).toMatchObject({ refusal: 'invalid' });
  await database.$executeRaw`insert into clock_offset (id, ms) values (1, ${15 * MINUTE})`;
  expect(await verifyContactMethod(bea, id, { code: second })).toMatchObject({ refusal: 'expired' });
});

it('is nobody else’s: not to verify, test, remove, or name in rules', async () => {
  const { id } = await add('bea@example.org', 'email');
  const cy = as('cy');
  const code = await lastCode();
  expect(await verifyContactMethod(cy, id, { code })).toMatchObject({ refusal: 'not-found' });
  expect(await testContactMethod(cy, id)).toMatchObject({ refusal: 'not-found' });
  expect(await removeContactMethod(cy, id)).toMatchObject({ refusal: 'not-found' });
  expect(await sendContactCode(cy, id)).toMatchObject({ refusal: 'not-found' });
  const rules = { page: [{ method: id, afterMinutes: 0 }], news: [], quiet: null };
  expect(await changeNotificationRules(cy, rules)).toMatchObject({ refusal: 'not-found' });
  expect(await changeNotificationRules(bea, rules)).toMatchObject({ id: 'bea' });
});

it('sends only so many codes and tests in an hour', async () => {
  const { id } = await add();
  for (let sent = 1; sent < 10; sent += 1) expect(isRefusal(await sendContactCode(bea, id))).toBe(false);
  expect(await sendContactCode(bea, id)).toMatchObject({ refusal: 'too-many' });
  expect(await addContactMethod(bea, { channel: 'email', address: 'x@example.org' })).toMatchObject({
    refusal: 'too-many',
  });
});

it('needs no code for a browser that lets itself be called, and is tested only when verified', async () => {
  const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) };
  const browser = await add(JSON.stringify({ endpoint: 'https://push.example.com/abc', keys }), 'push');
  expect(browser.verifiedAt).not.toBeNull();
  expect(await testContactMethod(bea, browser.id)).toMatchObject({ id: 'bea' });
  const { id } = await add('bea@example.org', 'email');
  expect(await testContactMethod(bea, id)).toMatchObject({ refusal: 'conflict' });
});

it('takes what waits for it along when it is removed', async () => {
  const { id } = await add();
  expect(await removeContactMethod(bea, id)).toMatchObject({ id: 'bea' });
  expect(await database.delivery.findMany()).toMatchObject([{ state: 'withdrawn', methodId: null }]);
  expect(await removeContactMethod(bea, id)).toMatchObject({ refusal: 'not-found' });
});

it.each([
  ['nothing', {}, ['channel', 'address']],
  ['a channel that there is not', { channel: 'pigeon', address: 'x' }, ['channel']],
  ['an address of another channel', { channel: 'email', address: '+49 151 23456789' }, ['address']],
  ['a number without its country', { channel: 'sms', address: '0151 23456789' }, ['address']],
  ['an address that is no address', { channel: 'slack', address: 'javascript:alert(1)' }, ['address']],
])('refuses %s', async (_what, draft, fields) => {
  const answer = await addContactMethod(bea, draft);
  expect(isRefusal(answer) && Object.keys(answer.fields ?? {})).toEqual(fields);
});

it('counts on a browser that is turned on again in place of what it was called by before', async () => {
  const subscription = (name: string) =>
    JSON.stringify({
      endpoint: `https://push.example/${name}`,
      keys: { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 1).toString('base64url') },
    });
  const turnOn = async (name: string, label: string) => {
    expect(await addContactMethod(bea, { channel: 'push', address: subscription(name), label })).toMatchObject({
      id: 'bea',
    });
  };
  await turnOn('laptop', 'Firefox on Linux');
  await turnOn('phone', 'Chrome on Android');
  await turnOn('other-laptop', 'Firefox on Linux');
  expect(await database.contactMethod.count()).toBe(3);
  await database.contactMethod.updateMany({ where: { label: 'Firefox on Linux' }, data: { goneAt: new Date() } });
  await turnOn('laptop-again', 'Firefox on Linux');
  const left = await database.contactMethod.findMany({ orderBy: { createdAt: 'asc' } });
  expect(left.map(({ label, goneAt }) => [label, goneAt])).toEqual([
    ['Chrome on Android', null],
    ['Firefox on Linux', null],
  ]);
});

it('refuses an address that one has already, however it is written; another channel may have it', async () => {
  await add('bea@example.org', 'email');
  expect(await addContactMethod(bea, { channel: 'email', address: ' Bea@Example.org' })).toMatchObject({
    refusal: 'taken',
    fields: { address: expect.any(String) as string },
  });
  await add('+49 151 23456789', 'sms');
  await add('+49 151 23456789', 'voice');
  expect(await addContactMethod(bea, { channel: 'sms', address: '0049 (151) 234567-89' })).toMatchObject({
    refusal: 'taken',
  });
});
