import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { declareIncident } from '@/lib/commands/declare-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { resendDelivery } from '@/lib/commands/resend-delivery';
import { testContactMethod } from '@/lib/commands/test-contact-method';
import { adoptSecret } from '@/lib/env';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { database } from '@/lib/store/database';
import { readReach } from '@/lib/store/deliveries';
import { takeDeliveries } from '@/lib/store/delivery-queue';
import { startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { transact } from '@/lib/store/transact';
import { startSending } from './send-deliveries';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const stops: (() => Promise<void>)[] = [];
const received: { topic: string; body: { title: string; message: string; actions?: unknown } }[] = [];
let receiver: Awaited<ReturnType<typeof startHttpReceiver>>;
/** What the receiver answers, by topic; 200 where nothing is said. */
const answers = new Map<string, number>();

const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

beforeAll(async () => {
  adoptSecret('a secret of at least thirty-two characters');
  receiver = await startHttpReceiver(({ body }) => {
    const message = JSON.parse(body.toString()) as (typeof received)[number]['body'] & { topic: string };
    const status = answers.get(message.topic) ?? 200;
    if (status === 200) received.push({ topic: message.topic, body: message });
    const waits: Record<string, string> = status === 429 ? { 'retry-after': '99999999999' } : {};
    return { status, headers: { 'content-type': 'application/json', ...waits }, body: '{"id":"m1"}' };
  });
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
  for (const id of ['ada', 'bea', 'cy'])
    await database.person.create({
      data: { id, name: id, role: id === 'ada' ? 'administrator' : 'responder', email: `${id}@example.org` },
    });
  return receiver.stop;
});

beforeEach(async () => {
  received.length = 0;
  answers.clear();
  await database.delivery.deleteMany();
  await database.contactMethod.deleteMany();
  await database.notificationRules.deleteMany();
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.$executeRaw`delete from clock_offset`;
});

async function reach(person: string, topic: string): Promise<string> {
  const actor: Actor = { kind: 'person', id: person, name: person, role: 'responder' };
  const added = await addContactMethod({ actor }, { channel: 'ntfy', address: `${receiver.url}/${topic}` });
  if (isRefusal(added)) throw new Error(added.message);
  await database.delivery.deleteMany();
  const { id } = await database.contactMethod.findFirstOrThrow({
    where: { personId: person },
    orderBy: { createdAt: 'desc' },
  });
  await database.contactMethod.update({ where: { id }, data: { verifiedAt: new Date() } });
  return id;
}

/** Has a page to Bea go out by these, a minute apart. */
async function pageBeaBy(...methods: string[]) {
  const rules = { page: methods.map((method, at) => ({ method, afterMinutes: at })), news: null, quiet: null };
  await database.notificationRules.create({ data: { personId: 'bea', rules } });
}

async function page(...people: string[]): Promise<{ number: number; id: string }> {
  const declared = await declareIncident({ actor: ada }, { title: 'Cards fail', severity: 'Low' });
  if (isRefusal(declared)) throw new Error(declared.message);
  const { number } = declared;
  const targets = people.map((id) => ({ kind: 'person', id }));
  const asked = await actOnIncident({ actor: ada }, number, 'page', { targets, about: 'Look at the cards' });
  if (isRefusal(asked)) throw new Error(asked.message);
  for (const { key } of await database.timer.findMany({ where: { stream: `incident:${number}`, kind: 'page' } }))
    await fireIncidentTimer(number, key);
  const { state } = await database.incident.findUniqueOrThrow({ where: { number } });
  return { number, id: (state as unknown as { pages: { id: string }[] }).pages[0]?.id ?? '' };
}

function start(breaking = {}) {
  stops.push(startSending({ breaking }));
}

async function moveClock(ms: number) {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

async function states(): Promise<Record<string, string>> {
  const rows = await database.delivery.findMany();
  return Object.fromEntries(rows.map(({ methodId, state }) => [methodId ?? 'none', state]));
}
const topics = () => received.map(({ topic }) => topic).toSorted();

it('sends a page at once, the next way a minute later, and nothing more once it was acknowledged', async () => {
  const [first, second, third] = [await reach('bea', 'one'), await reach('bea', 'two'), await reach('bea', 'three')];
  await pageBeaBy(first, second, third);
  start();
  const { number, id } = await page('bea');
  await eventually(() => expect(topics()).toEqual(['one']));
  expect(received[0]?.body).toMatchObject({ title: expect.stringContaining(`INC-${number}`) as string });
  await moveClock(MINUTE + 1);
  await eventually(() => expect(topics()).toEqual(['one', 'two']));
  const bea: Actor = { kind: 'person', id: 'bea', name: 'bea', role: 'responder' };
  await actOnIncident({ actor: bea }, number, 'answer-page', { id, take: true });
  await eventually(async () =>
    expect(await states()).toEqual({ [first]: 'sent', [second]: 'sent', [third]: 'withdrawn' }),
  );
  await moveClock(MINUTE + 1);
  // Somebody else's page is sent after the moment of what was withdrawn.
  await reach('cy', 'four');
  await page('cy');
  await eventually(() => expect(topics()).toEqual(['four', 'one', 'two']));
});

it('sends each message once, though two processes look for it', async () => {
  for (const who of ['bea', 'cy']) for (let each = 0; each < 10; each += 1) await reach(who, `${who}-${each}`);
  start();
  start();
  await page('bea', 'cy');
  await eventually(async () => expect(new Set(Object.values(await states()))).toEqual(new Set(['sent'])));
  expect(topics()).toHaveLength(20);
  expect(new Set(topics()).size).toBe(20);
});

it('sends anew what a process took and did not live to send', async () => {
  const method = await reach('bea', 'one');
  await page('bea');
  expect(await takeDeliveries(10)).toHaveLength(1);
  expect(await takeDeliveries(10)).toEqual([]);
  await database.$executeRaw`update delivery set lease_until = clock_timestamp() - interval '1 ms'`;
  start();
  await eventually(async () => expect(await states()).toEqual({ [method]: 'sent' }));
  expect(topics()).toEqual(['one']);
});

it('takes the next way at once when one is broken off, and says so', async () => {
  const [first, second] = [await reach('bea', 'one'), await reach('bea', 'two')];
  await pageBeaBy(first, second);
  answers.set('one', 503);
  start({ failures: 1 });
  await page('bea');
  await eventually(async () =>
    expect((await database.delivery.findFirstOrThrow({ where: { methodId: first } })).attempts).toBe(1),
  );
  await eventually(async () =>
    expect(await database.breaker.findMany()).toMatchObject([{ channel: 'ntfy', state: 'open' }]),
  );
  await moveClock(5_000);
  // Both go to one destination here, so that the second waits for its probe, but at once and not in twenty minutes.
  await eventually(async () => {
    const { dueAt, createdAt } = await database.delivery.findFirstOrThrow({ where: { methodId: second } });
    expect(dueAt.getTime() - createdAt.getTime()).toBeLessThan(MINUTE);
  });
});

it('goes another way where an address is gone for good, gives up after its tries, and sends again when asked', async () => {
  const [first, second] = [await reach('bea', 'gone'), await reach('bea', 'other')];
  await pageBeaBy(first);
  answers.set('gone', 404);
  start();
  await page('bea');
  await eventually(async () => expect(await states()).toEqual({ [first]: 'failed', [second]: 'sent' }));
  const { id, error } = await database.delivery.findFirstOrThrow({ where: { methodId: first } });
  expect(error).toContain('404');
  answers.clear();
  expect(await resendDelivery({ actor: { ...ada, id: 'cy', role: 'responder' } }, String(id))).toMatchObject({
    refusal: 'not-found',
  });
  expect(await resendDelivery({ actor: ada }, String(id))).toEqual({ id: String(id) });
  await eventually(async () => expect(await states()).toEqual({ [first]: 'sent', [second]: 'sent' }));
  expect(await resendDelivery({ actor: ada }, String(id))).toMatchObject({ refusal: 'conflict' });
});

it('counts no longer on an address whose receiver says that it is gone, tells its person once, and does again after a test', async () => {
  const [first, second] = [await reach('bea', 'one'), await reach('bea', 'two')];
  const rules = { page: null, news: [second], quiet: null };
  await database.notificationRules.create({ data: { personId: 'bea', rules } });
  answers.set('one', 410);
  await Promise.all([page('bea'), page('bea')]);
  start();
  const gone = 'Nothing reaches you by ';
  const told = () => received.filter(({ body }) => body.title.startsWith(gone));
  await eventually(() => expect(told()).toHaveLength(1));
  await eventually(async () =>
    expect(await database.delivery.count({ where: { methodId: first, state: 'failed' } })).toBe(2),
  );
  expect(topics()).toEqual(['two', 'two', 'two']);
  expect(await database.fact.count({ where: { kind: 'contact-method.gone' } })).toBe(1);
  expect((await readReach(database, ['bea'])).get('bea')?.methods).toMatchObject([{ id: second }]);
  await page('bea');
  await eventually(() => expect(topics()).toHaveLength(4));
  expect(await database.delivery.count({ where: { methodId: first } })).toBe(2);
  expect(told()).toHaveLength(1);

  answers.clear();
  const bea: Actor = { kind: 'person', id: 'bea', name: 'bea', role: 'responder' };
  await testContactMethod({ actor: bea }, first);
  await eventually(async () =>
    expect(await database.contactMethod.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ goneAt: null }),
  );
  expect((await readReach(database, ['bea'])).get('bea')?.methods).toHaveLength(2);
});

it('does not call a private address that nobody allowed', async () => {
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: [] }));
  const method = await reach('bea', 'one');
  start();
  await page('bea');
  await eventually(async () => expect(await states()).toEqual({ [method]: 'failed' }));
  expect(received).toEqual([]);
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
});

it('takes the next way at once where a receiver wants to be left alone for long', async () => {
  const [first, second] = [await reach('bea', 'one'), await reach('bea', 'two')];
  await pageBeaBy(first);
  answers.set('one', 429);
  start();
  await page('bea');
  await eventually(async () => expect(await states()).toEqual({ [first]: 'waiting', [second]: 'sent' }));
  const { dueAt, createdAt } = await database.delivery.findFirstOrThrow({ where: { methodId: first } });
  expect(dueAt.getTime() - createdAt.getTime()).toBeLessThan(16 * MINUTE);
  // Nothing more is handed to this address while it rests.
  await page('bea');
  await eventually(() => expect(topics()).toEqual(['two', 'two']));
  await eventually(async () => {
    const tries = await database.delivery.findMany({ where: { methodId: first }, orderBy: { id: 'asc' } });
    expect(tries.map(({ attempts, state }) => [attempts, state])).toEqual([
      [1, 'waiting'],
      [0, 'waiting'],
    ]);
    expect(tries[1]?.dueAt.getTime()).toBeGreaterThan(createdAt.getTime() + 14 * MINUTE);
  });
});
