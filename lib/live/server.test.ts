import { type Socket } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database';
import { ring } from '@/lib/store/doorbell';
import { arrive, call, declare, eventually, hear, join, note, people, signedIn } from './testing/callers';

/** Commits notes without ringing any bell. */
async function byHand(number: number, count: number, text: string) {
  await database.$executeRaw`
    insert into fact (stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at, incident_number, place)
    select 'incident:' || ${number}::int, 1 + n, 'note.added', jsonb_build_object('text', ${text}::text, 'attachment', null),
      'person', 'ada', 'ada', app_now(), app_now(), ${number}, app_now() from generate_series(1, ${count}::int) as n`;
  await database.$executeRaw`
    update incident set seq = ${count + 1}, state = jsonb_set(state, '{seq}', to_jsonb(${count + 1}::int)) where number = ${number}`;
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1);

describe('who may connect', () => {
  it('nobody without a credential, and nobody from another site', async () => {
    await expect(arrive('mallory')).rejects.toMatchObject({ data: { refusal: 'not-signed-in' } });
    await expect(arrive('ada', { extraHeaders: { origin: 'https://evil.example' } })).rejects.toThrow();
  });

  it('is told the time', async () => {
    const client = call('bob');
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
    const client = await arrive('bob', { transports: ['polling'] });
    const heard = hear(client);
    await join(client, number);
    await note(number, 'slowly');
    await eventually(() => expect(heard).toHaveLength(1));
  });

  it('is cut off when it does not read, and catches up when it comes back', async () => {
    const number = await declare();
    const slow = await arrive('bob');
    await join(slow, number);
    const other = await arrive('eve');
    const heard = hear(other);
    let there: string[] = [];
    other.on('presence', ({ present }) => (there = present.map(({ person }) => person.id)));
    await join(other, number);
    await eventually(() => expect(there.toSorted()).toEqual(['bob', 'eve']));
    const { ws } = slow.io.engine.transport as unknown as { ws: { pause: () => void; resume: () => void } };
    ws.pause();
    const cutOff = new Promise<string>((resolve) => slow.once('disconnect', resolve));
    await byHand(number, 1_500, 'x'.repeat(16_000));
    await note(number, 'the others go on');
    await eventually(() => expect(heard.at(-1)?.seq).toBe(1_502));
    await eventually(() => expect(there).toEqual(['eve']));
    ws.resume();
    await cutOff;
    const again = await arrive('bob');
    const answer = await join(again, number, 1_300);
    expect(answer.facts.map(({ seq }) => seq)).toEqual(upTo(1_300, 1_502));
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
