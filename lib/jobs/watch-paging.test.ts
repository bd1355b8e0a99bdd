import { type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { raiseAlarm } from '@/lib/commands/raise-alarm';
import { type Actor } from '@/lib/core/access/actor';
import { MINUTE, SECOND, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { adoptSecret, env } from '@/lib/env';
import { hearSynthetic } from '@/lib/intake/synthetic';
import { signedHeaders } from '@/lib/notify/standard-webhook';
import { startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { keepBeat, readPagingState } from '@/lib/store/pulse';
import { beginSyntheticPages, syntheticSecret } from '@/lib/store/synthetic-page';
import { transact } from '@/lib/store/transact';
import { startTimers } from '@/lib/timers/run';
import { startSending } from './send-deliveries';
import { type PagingWatch, startWatching } from './watch-paging';

const stops: (() => Promise<void>)[] = [];
/** What Quarterdeck's own public address got, and whether it answers. */
const home = { got: [] as { headers: Headers; body: string }[], refuses: false };
let homeServer: Server;
const told: { topic: string; title: string; message: string }[] = [];
/** What the administrators' receiver answers, by topic; 200 where nothing is said. */
const answers = new Map<string, number>();
let receiver: Awaited<ReturnType<typeof startHttpReceiver>>;

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const titles = () => told.map(({ topic, title }) => `${topic}: ${title}`).toSorted();
const factKinds = async () =>
  (await database.fact.findMany({ where: { stream: 'paging' }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

/** Quarterdeck's own address, as the route of the app serves it. */
async function serveHome(): Promise<Server> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const headers = new Headers(
        Object.entries(req.headers).map(([name, value]): [string, string] => [name, String(value)]),
      );
      home.got.push({ headers, body });
      if (home.refuses || req.url !== '/api/callbacks/synthetic') return void res.writeHead(503).end();
      hearSynthetic({ headers, body, address: '127.0.0.1' }).then(
        (status) => res.writeHead(status).end(),
        () => res.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  homeServer = await serveHome();
  env.QUARTERDECK_URL = `http://localhost:${(homeServer.address() as AddressInfo).port}`;
  receiver = await startHttpReceiver(({ body }) => {
    const message = JSON.parse(body.toString()) as (typeof told)[number];
    const status = answers.get(message.topic) ?? 200;
    if (status === 200) told.push(message);
    return { status, headers: { 'content-type': 'application/json' }, body: '{"id":"m1"}' };
  });
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['abe', 'administrator'],
    ['ann', 'administrator'],
    ['bea', 'responder'],
  ] as const)
    await database.person.create({ data: { id, name: id, role, email: `${id}@example.org` } });
  for (const [person, topic] of [
    ['ada', 'ada-1'],
    ['ada', 'ada-2'],
    ['abe', 'abe-1'],
    ['bea', 'bea-1'],
  ] as const)
    await reach(person, topic);
  return async () => {
    await receiver.stop();
    await new Promise((resolve) => homeServer.close(resolve));
  };
});

beforeEach(async () => {
  home.got.length = 0;
  home.refuses = false;
  told.length = 0;
  answers.clear();
  await database.timer.deleteMany();
  await database.delivery.deleteMany();
  await database.notice.deleteMany();
  await database.fact.deleteMany();
  await database.setting.deleteMany();
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.$executeRaw`delete from clock_offset`;
});

async function reach(person: string, topic: string): Promise<void> {
  const actor: Actor = { kind: 'person', id: person, name: person, role: 'responder' };
  const added = await addContactMethod({ actor }, { channel: 'ntfy', address: `${receiver.url}/${topic}` });
  if (isRefusal(added)) throw new Error(added.message);
  await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
}

async function moveClock(ms: number): Promise<void> {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

function send(): void {
  stops.push(startSending({ breaking: { failures: 100 } }));
}

async function watch(restartMs = MINUTE): Promise<PagingWatch> {
  const watching = await startWatching({ lookMs: 30, patienceMs: 300, restartMs });
  stops.push(watching.stop);
  return watching;
}

const arrivals = () => database.delivery.count({ where: { purpose: 'synthetic', deliveredAt: { not: null } } });

async function arrive(): Promise<void> {
  await beginSyntheticPages();
  stops.push(startTimers());
  send();
  await moveClock(15 * SECOND);
  await eventually(async () => expect(await arrivals()).toBe(1));
}

it('sends a page to itself every five minutes, though its own address is private, and keeps how long it took', async () => {
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: [] }));
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
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: [] }));
  const { id: methodId } = await database.contactMethod.findFirstOrThrow({ where: { personId: 'bea' } });
  const row = { channel: 'ntfy', shown: '…', purpose: 'test', title: 'A', body: 'B', url: '/', state: 'waiting' };
  await database.delivery.create({
    data: { ...row, methodId, personId: 'bea', dueAt: new Date(), createdAt: new Date() },
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

it('tells every administrator once when pages do not come back, by the next way where one fails, and once when they do', async () => {
  await arrive();
  answers.set('ada-1', 500);
  home.refuses = true;
  const nodes = [await watch(), await watch()];
  await moveClock(6 * MINUTE);
  await eventually(async () => expect(await database.delivery.count({ where: { purpose: 'synthetic' } })).toBe(2));
  expect(await database.setting.findUnique({ where: { key: 'paging-out' } })).toBeNull();
  await moveClock(MINUTE);
  await eventually(() =>
    expect(titles()).toEqual(['abe-1: Quarterdeck: pages may not arrive', 'ada-2: Quarterdeck: pages may not arrive']),
  );
  await eventually(() => {
    for (const node of nodes) expect(node.now()).toMatchObject({ silence: 'pages' });
  });
  const { since } = nodes[0]?.now() ?? { since: '' };
  expect(told[0]?.message).toContain(`${since.slice(11, 16)} UTC`);
  await eventually(async () => {
    const { value } = await database.setting.findUniqueOrThrow({ where: { key: 'paging-out' } });
    expect(value).toMatchObject({ done: true });
  });
  // All were told who can be, so that nobody is to tell them again, however late it is.
  await database.$executeRaw`update setting set value = value || '{"until": "2000-01-01T00:00:00Z"}' where key = 'paging-out'`;
  expect(await raiseAlarm({ since, silence: 'pages' })).toBeNull();
  expect(await factKinds()).toEqual(['paging.went-out']);
  expect(
    (await database.notice.findMany({ where: { kind: 'paging-out' } })).map(({ personId }) => personId).toSorted(),
  ).toEqual(['abe', 'ada', 'ann']);

  home.refuses = false;
  await moveClock(5 * MINUTE);
  await eventually(() => {
    for (const node of nodes) expect(node.now()).toBeNull();
    expect(titles().filter((title) => title.includes('works again'))).toEqual([
      'abe-1: Quarterdeck: paging works again',
      'ada-2: Quarterdeck: paging works again',
    ]);
  });
  expect(told.at(-1)?.message).toMatch(/^It was out for 1[23] min, since /);
  expect(told).toHaveLength(4);
  expect(await factKinds()).toEqual(['paging.went-out', 'paging.returned']);
});

it('tells when the timers stopped, and leaves it to nobody when a node dies that was to tell', async () => {
  await transact(async ({ tx }) => keepBeat(tx, await readClock(tx)));
  await moveClock(3 * MINUTE);
  expect(await raiseAlarm({ since: await readClock(), silence: 'timers' })).not.toBeNull();
  const node = await watch();
  await eventually(() => expect(node.now()).toMatchObject({ silence: 'timers' }));
  expect(told).toEqual([]);
  await database.$executeRaw`update setting set value = value || '{"until": "2000-01-01T00:00:00Z"}' where key = 'paging-out'`;
  await eventually(() => expect(titles()).toHaveLength(2));
  expect(await factKinds()).toEqual(['paging.went-out']);
});

it('tells of nothing that was over before anybody could be told', async () => {
  await transact(async ({ tx }) => keepBeat(tx, await readClock(tx)));
  const now = await readClock();
  expect(await raiseAlarm({ since: plus(now, -3 * MINUTE), silence: 'timers' })).toBeNull();
  expect(await raiseAlarm({ since: now, silence: 'timers' })).not.toBeNull();
});

it('tries again for whom no way took it', async () => {
  await transact(async ({ tx }) => keepBeat(tx, await readClock(tx)));
  for (const topic of ['ada-1', 'ada-2']) answers.set(topic, 500);
  await watch();
  await moveClock(3 * MINUTE);
  await eventually(async () => {
    const { value } = await database.setting.findUniqueOrThrow({ where: { key: 'paging-out' } });
    expect(value).toMatchObject({ done: false, told: [{ person: 'abe' }] });
  });
  answers.clear();
  await database.$executeRaw`update setting set value = value || '{"until": "2000-01-01T00:00:00Z"}' where key = 'paging-out'`;
  await eventually(() =>
    expect(titles()).toEqual(['abe-1: Quarterdeck: pages may not arrive', 'ada-1: Quarterdeck: pages may not arrive']),
  );
});

it('tells of nothing that is over in a moment, and ends by itself once timers come round again', async () => {
  await transact(async ({ tx }) => keepBeat(tx, await readClock(tx)));
  const node = await watch();
  const before = performance.now();
  await moveClock(3 * MINUTE);
  await eventually(() => expect(node.now()).not.toBeNull());
  expect(performance.now() - before).toBeGreaterThanOrEqual(300);
  await transact(async ({ tx }) => keepBeat(tx, await readClock(tx)));
  await eventually(() => expect(node.now()).toBeNull());
  expect(await factKinds()).toEqual(['paging.went-out', 'paging.returned']);
});

it('tells without the database when it is the database that is away', async () => {
  const { pathname } = new URL(env.DATABASE_URL);
  const server = new pg.Client({
    connectionString: Object.assign(new URL(env.DATABASE_URL), { pathname: '/postgres' }).href,
  });
  await server.connect();
  const name = pathname.slice(1);
  const open = (allowed: boolean) => server.query(`alter database ${name} allow_connections ${allowed}`);
  const node = await watch(600);
  expect(node.now()).toBeNull();
  try {
    await open(false);
    await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await eventually(() => expect(node.now()).toMatchObject({ silence: 'database' }));
    await eventually(() => expect(titles()).toHaveLength(2));
    expect(told[0]?.message).toContain('The database does not answer.');
  } finally {
    await open(true);
    await server.end();
  }
  await eventually(() => expect(node.now()).toBeNull());
  await eventually(() => expect(titles().filter((title) => title.includes('works again'))).toHaveLength(2));
  expect(told).toHaveLength(4);
});
