import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { markNoticesRead } from '@/lib/commands/mark-notices-read';
import { database } from '@/lib/store/database';
import { readLastEnded, readOpenIncidents } from './board';
import { countUnread, readNotices } from './notices';
import { findEntities } from './palette';
import { findSimilar } from './similar-incidents';

const person = (id: string, role: Actor['role']): Actor => ({ kind: 'person', id, name: id, role });
const ada = person('ada', 'administrator');
const bob = person('bob', 'responder');
const eve = person('eve', 'responder');
const robot: Actor = { kind: 'token', id: 'robot', name: 'robot', role: 'responder' };
let hidden = 0;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bob, eve])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  await declareIncident({ actor: bob }, { title: 'Checkout is slow', severity: 'Medium' });
  const secret = { title: 'Customer data leaked', severity: 'Critical', private: true, visibleTo: ['bob'] };
  const done = await declareIncident({ actor: ada }, secret);
  hidden = 'number' in done ? done.number : 0;
});

it('shows a private incident to named people and administrators alone: board, doubles, palette, notices, counts', async () => {
  const numbers = async (actor: Actor) => (await readOpenIncidents(actor)).map(({ number }) => number);
  expect(await numbers(ada)).toContain(hidden);
  expect(await numbers(bob)).toContain(hidden);
  for (const stranger of [eve, robot]) {
    expect(await numbers(stranger)).toHaveLength(1);
    expect(await findSimilar(stranger, { title: 'data leaked', services: [] })).toEqual([]);
    expect(await findEntities(stranger, 'leaked')).toEqual([]);
    expect(await findEntities(stranger, `INC-${hidden}`)).toEqual([]);
    expect(await findEntities(stranger, '')).toHaveLength(1);
  }
  expect(await findSimilar(bob, { title: 'leaked data of customers', services: [] })).toMatchObject([
    { number: hidden },
  ]);
  expect(await countUnread(bob)).toBe(1);
  expect(await countUnread(eve)).toBe(0);
});

it('forgets the notices of an incident with the access to it', async () => {
  expect(await readNotices(bob)).toMatchObject({
    notices: [{ kind: 'told', url: `/incidents/${hidden}`, readAt: null }],
    unread: 1,
  });
  const nobody = { private: true, visibleTo: [] };
  expect(await actOnIncident({ actor: ada }, hidden, 'change-access', nobody)).toMatchObject({ number: hidden });
  expect(await readNotices(bob)).toEqual({ notices: [], unread: 0 });
  expect(await countUnread(bob)).toBe(0);
  await actOnIncident({ actor: ada }, hidden, 'change-access', { private: true, visibleTo: ['bob'] });
  // What he was told before, and that he is let in.
  expect(await countUnread(bob)).toBe(2);
});

it('marks one’s own notices as read, and nobody else’s', async () => {
  const [notice, former] = (await readNotices(bob)).notices;
  expect(await readNotices(bob, notice?.id)).toEqual({ notices: [former], unread: 2 });
  expect(await readNotices(bob, former?.id)).toEqual({ notices: [], unread: 2 });
  expect(await markNoticesRead({ actor: eve }, { id: notice?.id })).toEqual({ read: 0 });
  expect(await markNoticesRead({ actor: bob }, { url: `/incidents/${hidden}` })).toEqual({ read: 2 });
  expect(await markNoticesRead({ actor: bob }, { upTo: notice?.id })).toEqual({ read: 0 });
  expect(await countUnread(bob)).toBe(0);
  expect(await markNoticesRead({ actor: bob }, { url: 'https://elsewhere' })).toMatchObject({ refusal: 'invalid' });
});

it('puts what is owed first on top, and remembers what ended last', async () => {
  const [first] = await readOpenIncidents(ada);
  expect(first?.number).toBe(hidden);
  expect(await readLastEnded(eve)).toBeNull();
  await actOnIncident({ actor: ada }, hidden, 'change-phase', { to: 'resolved' });
  expect(await readLastEnded(ada)).toMatchObject({ number: hidden });
  expect(await readLastEnded(eve)).toBeNull();
});
