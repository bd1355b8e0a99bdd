import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { type Actor } from '@/lib/core/access/actor';
import { type IncidentFact } from '@/lib/core/facts';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { ring } from '@/lib/store/doorbell';
import { type ClientToServer, type JoinAnswer, type ServerToClient } from './contract';
import { attachLive } from './server';

type Client = Socket<ServerToClient, ClientToServer>;
type Joined = Extract<JoinAnswer, { incident: unknown }>;

const person = (id: string, role: Actor['role']): Actor => ({ kind: 'person', id, name: id, role });
const actors = {
  ada: person('ada', 'administrator'),
  bob: person('bob', 'responder'),
  eve: person('eve', 'responder'),
};
const people = Object.values(actors);
const signedIn = new Map(people.map((actor) => [actor.id, actor]));
const returned = vi.fn(() => Promise.resolve());
const open: Client[] = [];
let address: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  for (const { id, name, role } of people) {
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  }
  const server = createServer();
  const stopLive = await attachLive(server, {
    authenticate: (headers) =>
      Promise.resolve(signedIn.get(headers.get('authorization')?.replace('Bearer ', '') ?? '') ?? null),
    onReturn: returned,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    await stopLive();
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => open.splice(0).forEach((client) => client.disconnect()));
afterAll(() => stop());

async function arrive(token: string): Promise<Client> {
  const client: Client = connect(address, {
    path: '/live',
    transports: ['websocket'],
    auth: { token },
    forceNew: true,
    reconnection: false,
  });
  open.push(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', resolve);
    client.once('connect_error', reject);
  });
  return client;
}

async function join(client: Client, incident: number, after?: number): Promise<Joined> {
  const answer = await client.emitWithAck('join', after === undefined ? { incident } : { incident, after });
  if (!answer.ok || !('incident' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

async function declare(draft: object = {}): Promise<number> {
  const done = await declareIncident({ actor: actors.ada }, { title: 'Checkout fails', severity: 'High', ...draft });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

async function note(number: number, text: string, actor = actors.ada) {
  const done = await actOnIncident({ actor }, number, 'add-note', { text });
  if (isRefusal(done)) throw new Error(done.message);
}

/** Commits notes without ringing any bell. */
async function byHand(number: number, count: number, text: string) {
  await database.$executeRaw`
    insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place)
    select 'incident:' || ${number}::int, 1 + n, 'note.added', jsonb_build_object('text', ${text}::text, 'attachment', null),
      'person', 'ada', 'ada', app_now(), app_now(), ${number}, app_now() from generate_series(1, ${count}::int) as n`;
  await database.$executeRaw`
    update incident set seq = ${count + 1}, state = jsonb_set(state, '{seq}', to_jsonb(${count + 1}::int)) where number = ${number}`;
}

function hear(client: Client): IncidentFact[] {
  const heard: IncidentFact[] = [];
  client.on('fact', (fact) => heard.push(fact));
  return heard;
}

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1);

describe('who may connect', () => {
  it('nobody without a credential, and nobody from another site', async () => {
    await expect(arrive('mallory')).rejects.toMatchObject({ data: { refusal: 'not-signed-in' } });
    const foreign = connect(address, {
      path: '/live',
      transports: ['websocket'],
      auth: { token: 'ada' },
      extraHeaders: { origin: 'https://evil.example' },
      reconnection: false,
    });
    await expect(new Promise((_, reject) => foreign.once('connect_error', reject))).rejects.toThrow();
  });

  it('is told the time', async () => {
    const client = connect(address, { path: '/live', transports: ['websocket'], auth: { token: 'bob' } }) as Client;
    open.push(client);
    const { now } = await new Promise<{ now: string }>((resolve) => client.once('clock', resolve));
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(1_000);
  });

  it('is put off at once when the session ends', async () => {
    signedIn.set('guest', { kind: 'person', id: 'guest', name: 'Guest', role: 'observer' });
    const client = await arrive('guest');
    signedIn.delete('guest');
    const gone = new Promise<string>((resolve) => client.once('disconnect', resolve));
    ring([{ access: 'person:guest' }]);
    expect(await gone).toBe('io server disconnect');
  });
});

describe('facts', () => {
  it('reach everyone in the room in order, whoever acts at the same time, without a gap or a double', async () => {
    const number = await declare();
    const clients = await Promise.all(people.map(({ id }) => arrive(id)));
    const heard = clients.map(hear);
    for (const client of clients) await join(client, number);
    await Promise.all(upTo(0, 30).map((n) => note(number, `note ${n}`, people[n % 3])));
    await eventually(() => heard.forEach((facts) => expect(facts.at(-1)?.seq).toBe(31)));
    for (const facts of heard) expect(facts.map(({ seq }) => seq)).toEqual(upTo(1, 31));
  });

  it('miss nobody who joins in the midst of them, and come to nobody twice', { timeout: 60_000 }, async () => {
    const number = await declare();
    let busy = true;
    let last = 1;
    const acting = (async () => {
      while (busy) await note(number, `note ${++last}`);
    })();
    for (let round = 0; round < 16; round += 1) {
      const client = await arrive('bob');
      const heard = hear(client);
      const after = round % 3 === 0 ? undefined : Math.max(0, last - 1 - (round % 7) * 3);
      const answer = await join(client, number, after);
      expect(answer.incident.seq).toBe(answer.seq);
      const want = last + 3;
      await eventually(() => expect(heard.at(-1)?.seq).toBeGreaterThan(want));
      const got = [...answer.facts, ...heard].map(({ seq }) => seq);
      expect(got).toEqual(upTo(after ?? answer.seq, got.at(-1) ?? 0));
      client.disconnect();
    }
    busy = false;
    await acting;
  });

  it('are caught up by the poll when no doorbell rang, and in portions when there are many', async () => {
    const number = await declare();
    const client = await arrive('ada');
    const heard = hear(client);
    await join(client, number);
    await byHand(number, 1_200, 'by hand');
    await eventually(() => expect(heard.at(-1)?.seq).toBe(1_201));
    expect(heard.map(({ seq }) => seq)).toEqual(upTo(1, 1_201));

    const late = await arrive('bob');
    const got: number[] = [];
    const behind = hear(late);
    let answer = await join(late, number, 0);
    expect(answer.more).toBe(true);
    // Whoever asks for no more is not left in silence: the gap before what comes next tells.
    await note(number, 'meanwhile');
    await eventually(() => expect(behind.map(({ seq }) => seq)).toEqual([1_202]));
    for (;;) {
      got.push(...answer.facts.map(({ seq }) => seq));
      if (!answer.more) break;
      answer = await join(late, number, answer.seq);
    }
    expect(got).toEqual(upTo(0, 1_202));
  });
});

describe('a slow or old line', () => {
  it('is served by polling where WebSockets do not pass', async () => {
    const number = await declare();
    const client = connect(address, { path: '/live', transports: ['polling'], auth: { token: 'bob' } }) as Client;
    open.push(client);
    await new Promise<void>((resolve) => client.once('connect', resolve));
    const heard = hear(client);
    await join(client, number);
    await note(number, 'slowly');
    await eventually(() => expect(heard).toHaveLength(1));
  });

  it('is cut off when it does not read, and catches up when it comes back', async () => {
    const number = await declare();
    const slow = await arrive('bob');
    await join(slow, number);
    const { ws } = slow.io.engine.transport as unknown as { ws: { pause: () => void; resume: () => void } };
    ws.pause();
    await byHand(number, 1_500, 'x'.repeat(16_000));
    const cutOff = new Promise<string>((resolve) => slow.once('disconnect', resolve));
    const other = await arrive('eve');
    const heard = hear(other);
    await join(other, number);
    await note(number, 'the others go on');
    await eventually(() => expect(heard.at(-1)?.seq).toBe(1_502));
    await sleep(1_000);
    ws.resume();
    await cutOff;
    const again = await arrive('bob');
    const answer = await join(again, number, 1_100);
    expect(answer.facts.map(({ seq }) => seq)).toEqual(upTo(1_100, 1_502));
  });
});

describe('private incidents', () => {
  const draft = { private: true, visibleTo: ['bob'], title: 'Breach' };

  it('exist for nobody else: not to join, not on the board, not as notices', async () => {
    const eve = await arrive('eve');
    const seen: unknown[] = [];
    eve.onAny((event: string, ...args) => event !== 'clock' && seen.push([event, ...(args as unknown[])]));
    await eve.emitWithAck('join', { board: true });
    const bob = await arrive('bob');
    const summaries: number[] = [];
    bob.on('incident', ({ number }) => summaries.push(number));
    await bob.emitWithAck('join', { board: true });
    const number = await declare(draft);
    await note(number, 'secret');
    await eventually(() => expect(summaries).toContain(number));
    expect(await eve.emitWithAck('join', { incident: number })).toMatchObject({ ok: false, refusal: 'not-found' });
    const answer = await eve.emitWithAck('join', { board: true });
    expect(JSON.stringify(answer)).not.toContain('Breach');
    await sleep(1_200);
    expect(JSON.stringify(seen)).not.toContain('Breach');
    expect(await eve.emitWithAck('join', { incident: 999_999 })).toMatchObject({ ok: false, refusal: 'not-found' });
  });

  it('put out at once whoever is no longer named, before the next fact', async () => {
    const number = await declare();
    const [eve, bob] = await Promise.all([arrive('eve'), arrive('bob')]);
    const [eveHeard, bobHeard] = [hear(eve), hear(bob)];
    const putOut: number[] = [];
    eve.on('put-out', ({ incident }) => putOut.push(incident));
    await eve.emitWithAck('join', { board: true });
    await join(eve, number);
    await join(bob, number);
    await actOnIncident({ actor: actors.ada }, number, 'change-access', { private: true, visibleTo: ['bob'] });
    await note(number, 'now secret');
    await eventually(() => expect(bobHeard.map(({ kind }) => kind)).toEqual(['access.changed', 'note.added']));
    await eventually(() => expect(putOut).toEqual([number, number]));
    expect(eveHeard).toEqual([]);
    expect(await eve.emitWithAck('join', { incident: number })).toMatchObject({ ok: false, refusal: 'not-found' });
  });

  it('are left by an administrator who is one no longer', async () => {
    signedIn.set('root', { kind: 'person', id: 'root', name: 'Root', role: 'administrator' });
    const client = await arrive('root');
    const number = await declare(draft);
    await join(client, number);
    signedIn.set('root', { kind: 'person', id: 'root', name: 'Root', role: 'responder' });
    const putOut = new Promise<{ incident: number }>((resolve) => client.once('put-out', resolve));
    ring([{ access: 'person:root' }]);
    expect(await putOut).toEqual({ incident: number });
  });
});

describe('presence', () => {
  it('shows who is there, where they look and that they write, and a commander who came back', async () => {
    const number = await declare();
    await actOnIncident({ actor: actors.bob }, number, 'take-role', { role: 'commander' });
    await database.$executeRaw`
      update incident set state = jsonb_set(state, '{commanderAwaySince}', to_jsonb('2026-01-01T00:00:00.000Z'::text)) where number = ${number}`;
    const ada = await arrive('ada');
    const told: unknown[] = [];
    ada.on('presence', ({ present }) => told.push(present));
    await join(ada, number);
    const bob = await arrive('bob');
    await join(bob, number);
    expect(await bob.emitWithAck('presence', { incident: number, looking: 'tasks', typing: true })).toEqual({
      ok: true,
    });
    await eventually(() =>
      expect(told.at(-1)).toEqual([
        { person: { id: 'ada', name: 'ada' }, looking: '', typing: false },
        { person: { id: 'bob', name: 'bob' }, looking: 'tasks', typing: true },
      ]),
    );
    expect(returned).toHaveBeenCalledWith(actors.bob, number);
    bob.disconnect();
    await eventually(() => expect(told.at(-1)).toHaveLength(1));
    expect(await database.attendance.findMany({ where: { incident: number } })).toHaveLength(2);
  });
});

describe('notices', () => {
  it('come once to the person they are for', async () => {
    const [bob, eve] = await Promise.all([arrive('bob'), arrive('eve')]);
    const heard: string[] = [];
    const others: string[] = [];
    bob.on('notice', ({ kind }) => heard.push(kind));
    eve.on('notice', ({ kind }) => others.push(kind));
    const number = await declare({ severity: 'Low' });
    await actOnIncident({ actor: actors.ada }, number, 'assign-role', { role: 'scribe', person: 'bob' });
    await eventually(() => expect(heard).toEqual(['assigned']));
    await sleep(1_500);
    expect(heard).toEqual(['assigned']);
    expect(others).toEqual([]);
  });
});

describe('nonsense', () => {
  it.each([
    ['join', {}],
    ['join', { incident: 'x' }],
    ['join', { incident: 1, after: -1 }],
    ['join', null],
    ['join', [[[]]]],
    ['leave', 7],
    ['presence', { incident: 1, looking: 'x'.repeat(500), typing: true }],
    ['post-update', { status: 'sockets never write' }],
    ['fact', {}],
  ])('%s %j is refused, with or without an acknowledgement', async (event, payload) => {
    const client = await arrive('ada');
    const loose = client as unknown as Socket;
    expect(await loose.emitWithAck(event, payload)).toMatchObject({ ok: false, refusal: 'invalid' });
    const refused = new Promise((resolve) => client.once('refused', resolve));
    loose.emit(event, payload);
    expect(await refused).toMatchObject({ refusal: 'invalid' });
    expect(await client.emitWithAck('join', { board: true })).toMatchObject({ ok: true });
  });

  it('in floods is answered with too-many, and does not stop others', async () => {
    const loud = (await arrive('eve')) as unknown as Socket;
    const answers = await Promise.all(
      upTo(0, 100).map(() => loud.emitWithAck('leave', { board: true }) as Promise<{ refusal?: string }>),
    );
    expect(answers.filter(({ refusal }) => refusal === 'too-many').length).toBeGreaterThan(40);
    const calm = await arrive('bob');
    expect(await calm.emitWithAck('join', { board: true })).toMatchObject({ ok: true });
  });
});
