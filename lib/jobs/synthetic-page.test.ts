import { Webhook } from 'standardwebhooks';
import { beforeEach, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/core/instant';
import { env } from '@/lib/env';
import { hearSynthetic } from '@/lib/intake/synthetic';
import { signedHeaders } from '@/lib/notify/standard-webhook';
import { sealOfMethod } from '@/lib/store/contact-methods';
import { database } from '@/lib/store/database';
import { readPagingState } from '@/lib/store/pulse';
import { seal } from '@/lib/store/sealed';
import { syntheticSecret } from '@/lib/store/synthetic-page';
import { arrivals, arrive, eventually, home, moveClock, send } from './testing/own-address';

beforeEach(async () => {
  await database.timer.deleteMany();
  await database.delivery.deleteMany();
  await database.setting.deleteMany();
});

it('sends a page to itself every five minutes, though its own address is private, and keeps how long it took', async () => {
  const before = performance.now();
  await arrive();
  const { syntheticMs, sinceSyntheticMs } = await readPagingState();
  expect(syntheticMs).toBeGreaterThanOrEqual(0);
  expect(Math.max(syntheticMs ?? Infinity, sinceSyntheticMs ?? Infinity)).toBeLessThan(
    performance.now() - before + 15_000,
  );
  await moveClock(5 * MINUTE - 10 * SECOND);
  expect(await database.delivery.count({ where: { purpose: 'synthetic' } })).toBe(1);
  await moveClock(11 * SECOND);
  await eventually(async () => expect(await arrivals()).toBe(2));
});

it('lets nothing else go to its own private address', async () => {
  const [now, methodId] = [new Date(), 'bea-ntfy'];
  await database.person.create({ data: { id: 'bea', name: 'bea', role: 'responder', email: 'bea@example.org' } });
  const address = seal(`${env.QUARTERDECK_URL}/api/callbacks/synthetic`, sealOfMethod(methodId));
  const method = { personId: 'bea', channel: 'ntfy', label: '', shown: '…', address, createdAt: now, verifiedAt: now };
  await database.contactMethod.create({ data: { id: methodId, ...method } });
  const row = { channel: 'ntfy', shown: '…', purpose: 'test', title: 'A', body: 'B', url: '/', state: 'waiting' };
  await database.delivery.create({
    data: { ...row, methodId, personId: 'bea', dueAt: now, createdAt: now },
  });
  send();
  await eventually(async () =>
    expect(await database.delivery.findFirstOrThrow()).toMatchObject({ state: 'failed', error: /private network/ }),
  );
});

it('takes back what it signed, once, and nothing else', async () => {
  await arrive();
  const [{ headers, body } = { headers: new Headers(), body: '' }] = home.got;
  expect(() => new Webhook(syntheticSecret()).verify(body, Object.fromEntries(headers))).not.toThrow();
  const hear = (given: Record<string, string>, said = body) =>
    hearSynthetic({ headers: new Headers(given), body: said, address: '203.0.113.9' });
  const sent = Object.fromEntries(headers);
  expect(await hear(sent)).toBe(404);
  expect(await hear(sent, body.replace('page', 'stage'))).toBe(401);
  expect(await hear({})).toBe(401);
  const now = Date.now();
  for (const id of ['delivery-999999', 'nonsense'])
    expect(await hear(signedHeaders(syntheticSecret(), id, body, now)), id).toBe(404);
  const otherSecret = `whsec_${Buffer.alloc(32).toString('base64')}`;
  expect(await hear(signedHeaders(otherSecret, 'delivery-1', body, now))).toBe(401);
  for (let tries = 0; tries < 20; tries += 1) await hear({});
  expect(await hear({})).toBe(429);
  expect(await hear(sent), 'what we signed is heard, whoever shouts').toBe(404);
  expect(await arrivals()).toBe(1);
});

it('takes nothing back that was signed longer ago than five minutes', async () => {
  const row = { channel: 'webhook', shown: 'itself', purpose: 'synthetic', title: 'A', body: 'B', url: '/' };
  const { id } = await database.delivery.create({
    data: { ...row, state: 'sent', dueAt: new Date(), createdAt: new Date() },
  });
  const hear = (ms: number) => {
    const headers = new Headers(signedHeaders(syntheticSecret(), `delivery-${id}`, 'B', ms));
    return hearSynthetic({ headers, body: 'B', address: '203.0.113.9' });
  };
  expect(await hear(Date.now() - 6 * MINUTE)).toBe(404);
  expect(await hear(Date.now() + 6 * MINUTE)).toBe(404);
  expect(await hear(Date.now() - 4 * MINUTE)).toBe(204);
});
