import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type ActName } from '@/lib/core/incident/acts';
import { replay } from '@/lib/core/incident/evolve';
import { isRefusal } from '@/lib/core/refusal';
import { readFactsAfter } from '@/lib/queries/live-room';
import { database, pool } from '@/lib/store/database';
import { knownMigrations } from '@/lib/store/migrations';
import { actOnIncident } from './act-on-incident';
import { declareIncident } from './declare-incident';
import { fireIncidentTimer } from './fire-timer';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const bot: Actor = { kind: 'token', id: 'bot', name: 'Bot', role: 'responder' };

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
});

async function expectReplayed(number: number) {
  const { state, seq } = await database.incident.findUniqueOrThrow({ where: { number } });
  const facts = await readFactsAfter(number, 0, 500);
  expect(facts).toHaveLength(seq);
  expect(replay(facts)).toEqual(state);
}

it.each([ada, bot])('the facts that are kept, replayed, give the state that is kept ($kind)', async (first) => {
  const declared = await declareIncident({ actor: first }, { title: 'Checkout fails', severity: 'High' });
  if (isRefusal(declared)) throw new Error(declared.message);
  const { number } = declared;
  const act = async (actor: Actor, name: ActName, draft: unknown) => {
    const done = await actOnIncident({ actor }, number, name, draft);
    if (isRefusal(done)) throw new Error(`${name}: ${done.message}`);
    expect(done.facts).toEqual(await readFactsAfter(number, done.seq - done.facts.length, 100));
    return done.facts;
  };
  const idOf = ([fact]: Awaited<ReturnType<typeof act>>) => (fact?.data as { id: string }).id;
  const fields = { status: 'Down', actions: 'Looking', next: 'Find it', estimate: { kind: 'unknown', nextAt: null } };

  await database.vendor.upsert({ where: { id: 'bank' }, create: { id: 'bank', name: 'Bank' }, update: {} });
  await act(first, 'contact-vendor', { vendor: 'bank', way: 'phone', ticket: '7', chaseMinutes: 5 });
  await act(ada, 'take-role', { role: 'commander' });
  await act(bea, 'join', {});
  await act(ada, 'assign-role', { role: 'deputy', person: 'bea' });
  await act(first, 'post-update', { ...fields, phase: 'investigating' });
  await act(ada, 'post-update', { ...fields, severity: 'Critical' });
  const task = idOf(await act(first, 'assign-task', { title: 'Restart it', assignee: 'bea', boxMinutes: 5 }));
  await act(bea, 'understand-task', { id: task, readBack: 'I restart it' });
  const decision = idOf(await act(ada, 'propose-decision', { text: 'freeze releases', windowSeconds: 60 }));
  await act(bea, 'object-to-decision', { id: decision, reason: 'The fix is one' });
  const offer = idOf(await act(ada, 'offer-handover', { role: 'commander', to: 'bea', brief: 'All of it' }));
  await act(bea, 'answer-handover', { id: offer, accept: true });
  await act(first, 'add-note', { text: 'The vacuum was on' });
  await act(bea, 'snooze-update', { minutes: 10, reason: 'On the phone with the provider' });
  await database.$executeRaw`insert into clock_offset (id, ms) values (1, 600000) on conflict (id) do update set ms = clock_offset.ms + 600000`;
  for (const { key } of await database.timer.findMany({ where: { stream: `incident:${number}` } })) {
    await fireIncidentTimer(number, key);
  }
  expect((await readFactsAfter(number, 0, 500)).map(({ kind }) => kind)).toContain('vendor.chase-due');
  await act(bea, 'note-vendor-answer', { vendor: 'bank', text: 'It is us.', chaseMinutes: 5 });
  await act(bea, 'finish-task', { id: task, result: 'Restarted' });
  await act(bea, 'change-phase', { to: 'resolved' });
  await expectReplayed(number);
});

it('the state of an incident from an older version is brought up to what its facts say', async () => {
  const numbers: number[] = [];
  for (const moves of [['resolved', 'closed'], ['identified', 'resolved', 'monitoring'], ['cancelled'], []]) {
    const declared = await declareIncident({ actor: bea }, { title: `Through ${moves.join()}`, severity: 'Medium' });
    if (isRefusal(declared)) throw new Error(declared.message);
    numbers.push(declared.number);
    for (const to of moves) {
      const done = await actOnIncident({ actor: bot }, declared.number, 'change-phase', { to, reason: 'As it was' });
      if (isRefusal(done)) throw new Error(done.message);
    }
  }
  await database.$executeRaw`update incident set state = state - 'been' - 'endedBy'`;
  const migration = knownMigrations().find(({ name }) => name.endsWith('_been_and_ended_by'));
  await pool.query(migration?.script ?? '');
  for (const number of numbers) await expectReplayed(number);
});
