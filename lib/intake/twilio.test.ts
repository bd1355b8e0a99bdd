import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import twilio from 'twilio';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { declareIncident } from '@/lib/commands/declare-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { type Actor } from '@/lib/core/access/actor';
import { HOUR } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret, env } from '@/lib/env';
import { startSending } from '@/lib/jobs/send-deliveries';
import { startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { transact } from '@/lib/store/transact';
import { hearTwilio } from './twilio';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const authToken = 'a token of the telephone company';
const accountSid = `AC${'0'.repeat(32)}`;
const phones = { bea: '+4915123456789', cy: '+4915198765432' };
let company: Awaited<ReturnType<typeof startHttpReceiver>>;
/** What the company does between taking a message and saying that it did. */
let meanwhile: ((form: URLSearchParams, sid: string) => Promise<unknown>) | null = null;

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  let number = 0;
  company = await startHttpReceiver(async ({ body }) => {
    const sid = `SM${(number += 1)}`;
    await meanwhile?.(new URLSearchParams(body.toString()), sid);
    return { status: 201, body: JSON.stringify({ sid }) };
  });
  const settings = { accountSid, authToken, from: '+14155550100', baseUrl: company.url };
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: settings, allowPrivate: [] }));
  await database.person.create({ data: { id: 'ada', name: 'Ada', role: 'administrator', email: 'ada@example.org' } });
  for (const id of ['bea', 'cy'] as const) {
    await database.person.create({ data: { id, name: id, role: 'responder', email: `${id}@example.org` } });
    const actor: Actor = { kind: 'person', id, name: id, role: 'responder' };
    await addContactMethod({ actor }, { channel: 'sms', address: phones[id] });
  }
  await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
  const stop = startSending();
  return async () => {
    await stop();
    await company.stop();
  };
});

beforeEach(async () => {
  meanwhile = null;
  await database.$executeRaw`delete from clock_offset`;
});

/** Pages both, by text now. */
async function declareAndPage(): Promise<number> {
  const declared = await declareIncident({ actor: ada }, { title: 'Cards & <more> fail', severity: 'Low' });
  if (isRefusal(declared)) throw new Error(declared.message);
  const { number } = declared;
  const targets = ['bea', 'cy'].map((id) => ({ kind: 'person', id }));
  await actOnIncident({ actor: ada }, number, 'page', { targets, about: 'Look at the cards' });
  for (const { key } of await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } }))
    await fireIncidentTimer(number, key);
  await database.$executeRaw`insert into clock_offset (id, ms) values (1, 60001)`;
  await database.$executeRaw`select pg_notify('clock', '')`;
  return number;
}

/** Pages both, and answers once both texts were taken by the company. */
async function page(): Promise<number> {
  const number = await declareAndPage();
  const sent = () => database.delivery.count({ where: { incidentNumber: number, purpose: 'page', state: 'sent' } });
  await vi.waitFor(async () => expect(await sent()).toBe(2), { timeout: 15_000, interval: 20 });
  return number;
}

/** What the company posts, signed by its own library. */
function posted(
  fields: Record<string, string>,
  { token = null, key = authToken }: { token?: string | null; key?: string } = {},
) {
  const path = `/api/callbacks/twilio${token ? `/${token}` : ''}`;
  const signature = twilio.getExpectedTwilioSignature(key, `${env.QUARTERDECK_URL}${path}`, fields);
  return { path, form: new URLSearchParams(fields), signature, token };
}

let texts = 0;
const text = (from: string, body: string) => ({
  SmsStatus: 'received',
  From: from,
  Body: body,
  MessageSid: `SMin${(texts += 1)}`,
});

async function lastText(to: string): Promise<{ sid: string; body: string; callback: string }> {
  const row = await database.delivery.findFirstOrThrow({
    where: { shown: `…${to.slice(-4)}`, purpose: 'page' },
    orderBy: { id: 'desc' },
  });
  const forms = company.got.map(({ body }) => new URLSearchParams(body.toString()));
  const form = forms.findLast((each) => each.get('To') === to);
  return { sid: row.providerId ?? '', body: form?.get('Body') ?? '', callback: form?.get('StatusCallback') ?? '' };
}

it('acknowledges by a reply from the telephone that was texted, as having come by SMS', async () => {
  const number = await page();
  expect((await lastText(phones.bea)).body).toContain(`INC-${number}`);
  const heard = await hearTwilio(posted(text(phones.bea, ' 1 ')));
  expect(heard).toMatchObject({ status: 200, xml: expect.stringContaining(`INC-${number}: Acknowledged`) as string });
  const fact = await database.fact.findFirstOrThrow({ where: { incidentNumber: number, kind: 'page.acknowledged' } });
  expect(fact).toMatchObject({ actorId: 'bea', data: { via: 'sms' } });
  const late = await hearTwilio(posted(text(phones.cy, '1')));
  expect(late).toMatchObject({ xml: expect.stringContaining('Nobody needs to answer') as string });
});

it('acknowledges by a key in a call, and declines', async () => {
  const number = await page();
  const { callback } = await lastText(phones.cy);
  const token = callback.split('/').at(-1) ?? '';
  const keyed = (Digits: string) =>
    hearTwilio(posted({ Digits, CallSid: 'CA1', To: phones.cy, Direction: 'outbound-api' }, { token }));
  expect(await keyed('7')).toMatchObject({ xml: expect.stringContaining('neither 1 nor 2') as string });
  expect(await keyed('2')).toMatchObject({ xml: expect.stringContaining('The next are called') as string });
  const fact = await database.fact.findFirstOrThrow({ where: { incidentNumber: number, kind: 'page.declined' } });
  expect(fact).toMatchObject({ actorId: 'cy', data: { via: 'voice' } });
});

it('believes nothing that the company did not sign', async () => {
  const number = await page();
  const forged = posted(text(phones.bea, '1'), { key: 'another token altogether' });
  expect(await hearTwilio(forged)).toEqual({ status: 403 });
  expect(await hearTwilio({ ...forged, signature: undefined })).toEqual({ status: 403 });
  const moved = posted(text(phones.bea, '1'));
  expect(await hearTwilio({ ...moved, form: new URLSearchParams(text(phones.cy, '1')) })).toEqual({ status: 403 });
  expect(await database.fact.count({ where: { incidentNumber: number, kind: 'page.acknowledged' } })).toBe(0);
});

it('answers a stranger’s text and one that says neither, and changes nothing', async () => {
  await page();
  const unclear = await hearTwilio(posted(text(phones.bea, 'ok, but I cannot')));
  expect(unclear).toMatchObject({ xml: expect.stringContaining('Reply 1') as string });
  const stranger = await hearTwilio(posted(text('+4930111111', '1')));
  expect(stranger).toMatchObject({ xml: expect.stringContaining('No page waits') as string });
});

it('answers by a text that is posted again no other page than before', async () => {
  await page();
  const reply = posted(text(phones.bea, '1'));
  expect(await hearTwilio(reply)).toMatchObject({ xml: expect.stringContaining('Acknowledged') as string });
  await database.$executeRaw`delete from clock_offset`;
  const number = await page();
  expect(await hearTwilio(reply)).toMatchObject({ xml: expect.stringContaining('used already') as string });
  expect(await database.fact.count({ where: { incidentNumber: number, kind: 'page.acknowledged' } })).toBe(0);
  const fresh = await hearTwilio(posted(text(phones.bea, '1')));
  expect(fresh).toMatchObject({ xml: expect.stringContaining('Acknowledged') as string });
});

it('writes down that a text arrived, or that it did not', async () => {
  const number = await page();
  const status = (MessageSid: string, MessageStatus: string) =>
    hearTwilio(posted({ MessageSid, MessageStatus, ErrorCode: '30005' }));
  await status((await lastText(phones.bea)).sid, 'delivered');
  await status((await lastText(phones.cy)).sid, 'undelivered');
  const rows = await database.delivery.findMany({
    where: { incidentNumber: number, purpose: 'page' },
    orderBy: { personId: 'asc' },
  });
  expect(rows).toMatchObject([
    { personId: 'bea', state: 'sent', deliveredAt: expect.any(Date) as Date },
    { personId: 'cy', state: 'failed', error: expect.stringContaining('30005') as string },
  ]);
});

it('keeps what the company says before our own record that it took the message', async () => {
  const said: Record<string, string> = { [phones.bea]: 'delivered', [phones.cy]: 'undelivered' };
  meanwhile = (form, MessageSid) => {
    const token = form.get('StatusCallback')?.split('/').at(-1) ?? null;
    const MessageStatus = said[form.get('To') ?? ''] ?? '';
    return hearTwilio(posted({ MessageSid, MessageStatus, ErrorCode: '30005' }, { token }));
  };
  const number = await declareAndPage();
  const rows = () =>
    database.delivery.findMany({ where: { incidentNumber: number, purpose: 'page' }, orderBy: { personId: 'asc' } });
  await vi.waitFor(async () => expect((await rows()).every(({ sentAt }) => sentAt !== null)).toBe(true), {
    timeout: 15_000,
    interval: 20,
  });
  expect(await rows()).toMatchObject([
    { personId: 'bea', state: 'sent', deliveredAt: expect.any(Date) as Date, attempts: 1 },
    { personId: 'cy', state: 'failed', error: expect.stringContaining('30005') as string, attempts: 1 },
  ]);
});

it('hears the reply to a text that went out unrecorded', async () => {
  const number = await page();
  await database.delivery.updateMany({
    where: { incidentNumber: number, personId: 'bea' },
    data: { state: 'sending', sentAt: null, leaseUntil: new Date(Date.now() + HOUR) },
  });
  const heard = await hearTwilio(posted(text(phones.bea, '1')));
  expect(heard).toMatchObject({ xml: expect.stringContaining('Acknowledged') as string });
});

it('does not send again what arrived though its record was lost, and lets the word on an earlier try fail no later one', async () => {
  const number = await page();
  const { sid, callback } = await lastText(phones.bea);
  const where = { incidentNumber: number, personId: 'bea' };
  await database.delivery.updateMany({
    where,
    data: { state: 'sending', sentAt: null, providerId: null, leaseUntil: new Date(Date.now() + HOUR) },
  });
  const token = callback.split('/').at(-1) ?? '';
  await hearTwilio(posted({ MessageSid: sid, MessageStatus: 'delivered' }, { token }));
  expect(await database.delivery.findFirstOrThrow({ where })).toMatchObject({ state: 'sent', providerId: sid });
  await database.delivery.updateMany({ where, data: { deliveredAt: null } });
  await hearTwilio(posted({ MessageSid: 'SMearlier', MessageStatus: 'undelivered' }, { token }));
  expect(await database.delivery.findFirstOrThrow({ where })).toMatchObject({ state: 'sent', providerId: sid });
});

it('hears a reply though another number was sealed with a secret that is lost', async () => {
  const number = await page();
  const now = new Date();
  const row = { personId: 'ada', channel: 'sms', shown: `…${phones.bea.slice(-4)}` };
  await database.contactMethod.create({
    data: {
      ...row,
      id: 'lost',
      label: '',
      address: 'v1.c2VhbGVkIHdpdGggYW5vdGhlciBzZWNyZXQgYWx0b2dldGhlcg',
      createdAt: now,
    },
  });
  const sent = { state: 'sent', sentAt: new Date(now.getTime() + 60_000), dueAt: now, createdAt: now };
  const about = { purpose: 'page', kind: 'paged', title: '', body: '', url: '/', incidentNumber: number, pageId: 'p' };
  await database.delivery.create({ data: { ...row, ...about, ...sent, methodId: 'lost' } });
  const heard = await hearTwilio(posted(text(phones.bea, '1')));
  expect(heard).toMatchObject({ xml: expect.stringContaining('Acknowledged') as string });
});
