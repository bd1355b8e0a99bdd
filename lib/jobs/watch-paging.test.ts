import pg from 'pg';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { addContactMethod } from '@/lib/commands/add-contact-method';
import { raiseAlarm } from '@/lib/commands/raise-alarm';
import { type Actor } from '@/lib/core/access/actor';
import { MINUTE, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { startHttpReceiver } from '@/lib/notify/testing/http-receiver';
import { keepGivenSettings } from '@/lib/store/channel-settings';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { keepBeat } from '@/lib/store/pulse';
import { transact } from '@/lib/store/transact';
import { arrive, eventually, home, moveClock, stopAfter } from './testing/own-address';
import { type PagingWatch, startWatching } from './watch-paging';

const told: { topic: string; title: string; message: string }[] = [];
/** What the administrators' receiver answers, by topic; 200 where nothing is said. */
const answers = new Map<string, number>();
let receiver: Awaited<ReturnType<typeof startHttpReceiver>>;

const titles = () => told.map(({ topic, title }) => `${topic}: ${title}`).toSorted();
const factKinds = async () =>
  (await database.fact.findMany({ where: { stream: 'paging' }, orderBy: { seq: 'asc' } })).map(({ kind }) => kind);

beforeAll(async () => {
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
  return () => receiver.stop();
});

beforeEach(async () => {
  told.length = 0;
  answers.clear();
  await database.timer.deleteMany();
  await database.delivery.deleteMany();
  await database.notice.deleteMany();
  await database.fact.deleteMany();
  await database.setting.deleteMany();
  await transact(({ tx }) => keepGivenSettings(tx, { email: null, twilio: null, allowPrivate: ['127.0.0.1'] }));
});

async function reach(person: string, topic: string): Promise<void> {
  const actor: Actor = { kind: 'person', id: person, name: person, role: 'responder' };
  const added = await addContactMethod({ actor }, { channel: 'ntfy', address: `${receiver.url}/${topic}` });
  if (isRefusal(added)) throw new Error(added.message);
  await database.contactMethod.updateMany({ data: { verifiedAt: new Date() } });
}

async function watch(restartMs = MINUTE): Promise<PagingWatch> {
  const watching = await startWatching({ lookMs: 30, patienceMs: 300, restartMs });
  stopAfter(watching.stop);
  return watching;
}

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
    // Whatever cleans up in it now is the server's, and none of ours to end.
    await server.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
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
