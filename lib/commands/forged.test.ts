import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type ActName } from '@/lib/core/incident/acts';
import { isRefusal } from '@/lib/core/refusal';
import { database } from '@/lib/store/database';
import { actOnIncident } from './act-on-incident';
import { type Caller } from './caller';
import { declareIncident } from './declare-incident';
import { endOwnSession } from './end-own-sessions';
import { mergeIncident } from './merge-incident';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
let open: number;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  open = await declare({ title: 'Checkout fails' });
});

async function declare(more: object, actor = ada): Promise<number> {
  const done = await declareIncident({ actor }, { severity: 'High', ...more });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

const act = (name: ActName, draft: unknown, caller: Caller = { actor: ada }) =>
  actOnIncident(caller, open, name, draft);

/** What no form of ours sends, as the types would forbid it. */
const forged = <T>(value: unknown): T => value as T;

describe('what the database cannot hold is refused before it is asked', () => {
  const attempts: [string, () => Promise<unknown>, string][] = [
    ['a NUL', () => declareIncident({ actor: ada }, { title: 'x', severity: 'High', summary: 'a\0b' }), 'invalid'],
    ['half a character', () => act('add-note', { text: 'lost \ud83d' }), 'invalid'],
    ['a fact beyond counting', () => act('pin-fact', { seq: 3_000_000_000, pinned: true }), 'invalid'],
    ['an incident beyond counting', () => mergeIncident({ actor: ada }, open, { into: 3_000_000_000 }), 'invalid'],
    ['a number that is none', () => actOnIncident({ actor: ada }, forged('1'), 'join', {}), 'not-found'],
    ['a number too large', () => actOnIncident({ actor: ada }, 2 ** 40, 'join', {}), 'not-found'],
    ['a key that is an object', () => act('join', {}, { actor: ada, requestKey: forged({}) }), 'invalid'],
    ['a key with a NUL', () => act('join', {}, { actor: ada, requestKey: 'a\0' }), 'invalid'],
    ['a key without end', () => act('join', {}, { actor: ada, requestKey: 'k'.repeat(5_000) }), 'invalid'],
    ['a year that has no name', () => act('add-note', { text: 'x', at: '9999-12-31T23:59:59-12:00' }), 'invalid'],
    ['a session that is a condition', () => endOwnSession({ actor: ada }, forged({ not: '' })), 'not-found'],
  ];
  test.each(attempts)('%s', async (_, attempt, code) => expect(await attempt()).toMatchObject({ refusal: code }));
});

test.each(['constructor', '__proto__', 'toString'])('%s is no role', async (role) => {
  const acts: [ActName, object][] = [
    ['release-role', { role }],
    ['relieve', { role, from: 'bea', reason: 'x' }],
    ['offer-handover', { role, to: 'bea', brief: 'x' }],
  ];
  for (const [name, draft] of acts) expect(await act(name, draft)).toHaveProperty('refusal');
});

describe('correcting a note', () => {
  test('nobody writes its past, and the slower of two is told', async () => {
    const noted = await act('add-note', { text: 'the disk is full' });
    if (isRefusal(noted)) throw new Error(noted.message);
    const { seq, at } = noted.facts[0] ?? { seq: 0, at: '' };
    const correction = { seq, text: 'the disk is fine', at };
    const invented = { text: 'Bea deleted the disk', at };
    expect(await act('correct-note', { ...correction, former: invented })).toMatchObject({
      refusal: 'changed-meanwhile',
    });
    const seen = { text: 'the disk is full', at };
    expect(await act('correct-note', { ...correction, former: seen })).toMatchObject({ seq: noted.seq + 1 });
    const slower = await act('correct-note', { ...correction, text: 'half full', former: seen }, { actor: bea });
    expect(slower).toMatchObject({ refusal: 'changed-meanwhile' });
    const again = { ...correction, text: 'half full', former: { text: 'the disk is fine', at } };
    expect(await act('correct-note', again)).toMatchObject({ facts: [{ data: { former: again.former } }] });
  });
});

describe('a merge tells nobody a title that they may not see', () => {
  const mergedFacts = async (duplicate: object, target: object) => {
    const [from, into] = [await declare(duplicate), await declare(target)];
    const done = await mergeIncident({ actor: ada }, from, { into });
    if (isRefusal(done)) throw new Error(done.message);
    const absorbed = await database.fact.findFirst({ where: { incidentNumber: into, kind: 'incident.absorbed' } });
    return [done.facts[0]?.data, absorbed?.data];
  };
  const breach = { title: 'Breach', private: true, visibleTo: ['bea'] };

  test('into a private one', async () => {
    const [merged, absorbed] = await mergedFacts({ title: 'Odd log-ins' }, breach);
    expect(merged).toMatchObject({ title: null });
    expect(absorbed).toMatchObject({ title: 'Odd log-ins' });
  });

  test('between private ones', async () => {
    const [merged, absorbed] = await mergedFacts({ title: 'Leak', private: true, visibleTo: [] }, breach);
    expect(merged).toMatchObject({ title: 'Breach' });
    expect(absorbed).toMatchObject({ title: null });
  });
});
