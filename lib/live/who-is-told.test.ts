import { describe, expect, it } from 'vitest';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { database } from '@/lib/store/database';
import { ring } from '@/lib/store/doorbell';
import { actors, arrive, declare, eventually, hear, join, note, returned, signedIn } from './testing/callers';

describe('private incidents', () => {
  const draft = { private: true, visibleTo: ['bob'], title: 'Breach' };

  it('exist for nobody else: not to join, not on the board, not as notices', async () => {
    const eve = await arrive('eve');
    const seen: [string, ...unknown[]][] = [];
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
    // What all may know comes after it, on the board and as a notice: by then she has heard everything.
    const known = await declare({ title: 'Known to all' });
    await actOnIncident({ actor: actors.ada }, known, 'assign-role', { role: 'scribe', person: 'eve' });
    await eventually(() => {
      expect(seen.map(([event]) => event)).toEqual(expect.arrayContaining(['incident', 'notice']));
      expect(JSON.stringify(seen)).toContain('Known to all');
    });
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

  it('are in no notice to who comes after they became private', async () => {
    const secret = await declare({ title: 'Breach', severity: 'Critical' });
    const change = { private: true, visibleTo: ['bob'] };
    await actOnIncident({ actor: actors.ada }, secret, 'change-access', change);
    const eve = await arrive('eve');
    const told: string[] = [];
    eve.on('notice', ({ title }) => told.push(title));
    await declare({ title: 'Known to all', severity: 'Critical' });
    await eventually(() => expect(told.join()).toContain('Known to all'));
    expect(told.join()).not.toContain('Breach');
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
    // Whoever connects is told of the latest again: what the tests before this one left would be heard here.
    await database.notice.deleteMany();
    const [bob, eve] = await Promise.all([arrive('bob'), arrive('eve')]);
    const heard: string[] = [];
    const others: string[] = [];
    bob.on('notice', ({ kind }) => heard.push(kind));
    eve.on('notice', ({ kind }) => others.push(kind));
    const number = await declare({ severity: 'Low' });
    await actOnIncident({ actor: actors.ada }, number, 'assign-role', { role: 'scribe', person: 'bob' });
    await eventually(() => expect(heard).toEqual(['assigned']));
    // No doorbell rings for this one: the poll that finds it finds the first again, too.
    await database.$executeRaw`
      insert into notice (person_id, channel, stream, fact_seq, kind, title, body, url, created_at)
      select person_id, channel, stream, fact_seq, 'task-back', title, body, url, created_at
      from notice where person_id = 'bob' and stream = ${`incident:${number}`}`;
    await eventually(() => expect(heard).toContain('task-back'));
    expect(heard).toEqual(['assigned', 'task-back']);
    expect(others).toEqual([]);
  });
});
