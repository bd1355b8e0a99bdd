import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { type FactKind } from '@/lib/core/facts';
import { MINUTE } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { actOnIncident } from '@/lib/commands/act-on-incident';
import { declareIncident } from '@/lib/commands/declare-incident';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { database } from '@/lib/store/database';
import { sit } from '@/lib/store/presence';
import { bundle } from '@/lib/start/testing/bundle';
import { startTimers } from './run';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
/** On a busy machine. */
const patient = { timeout: 120_000 };
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  await database.$executeRaw`delete from clock_offset`;
  await database.$executeRaw`delete from timer`;
});

async function declare(severity = 'Critical', services: string[] = []): Promise<number> {
  const done = await declareIncident({ actor: ada }, { title: 'Checkout fails', severity, services });
  if (isRefusal(done)) throw new Error(done.message);
  return done.number;
}

async function act(number: number, name: Parameters<typeof actOnIncident>[2], draft: unknown) {
  const done = await actOnIncident({ actor: ada }, number, name, draft);
  if (isRefusal(done)) throw new Error(done.message);
}

const update = { status: 'Down', actions: 'Looking', next: 'Find it', estimate: { kind: 'unknown', nextAt: null } };

async function moveClock(ms: number) {
  await database.$executeRaw`
    insert into clock_offset (id, ms) values (1, ${ms}) on conflict (id) do update set ms = clock_offset.ms + excluded.ms`;
  await database.$executeRaw`select pg_notify('clock', '')`;
}

function start() {
  stops.push(startTimers());
}

async function facts(number: number, kind: FactKind) {
  const rows = await database.fact.findMany({ where: { incidentNumber: number, kind }, orderBy: { seq: 'asc' } });
  return rows.map(({ data }) => data as Record<string, unknown>);
}

const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

it('tells that an update is due with what happened since the last, then louder', patient, async () => {
  const number = await declare();
  await act(number, 'take-role', { role: 'commander' });
  await act(number, 'post-update', update);
  await act(number, 'change-phase', { to: 'investigating' });
  expect(await fireIncidentTimer(number, `incident:${number}/paging`)).toBe('fired');
  start();
  await moveClock(15 * MINUTE + 100);
  await eventually(async () => expect(await facts(number, 'cadence.due')).toHaveLength(1));
  expect(await facts(number, 'cadence.due')).toMatchObject([
    {
      digest: {
        lines: [
          'Ada moved it from triage to investigating.',
          // Nobody of these tests is in the database, so there was nobody to page.
          'Everybody was paged and nobody acknowledged. Administrators were told.',
          'Ada, in command, has left the room. Anyone may relieve them.',
        ],
      },
    },
  ]);
  for (const [minutes, level] of [
    [2, 'nudge'],
    [3, 'room'],
    [5, 'unowned'],
  ] as const) {
    await moveClock(minutes * MINUTE);
    await eventually(async () => expect((await facts(number, 'cadence.overdue')).at(-1)).toMatchObject({ level }));
  }
  expect(await facts(number, 'cadence.overdue')).toHaveLength(3);
  await act(number, 'post-update', update);
  // Its command clock fires, so by then the timers of the new time were looked at.
  const witness = await declare();
  await moveClock(14 * MINUTE);
  await eventually(async () => expect(await facts(witness, 'command.overdue')).toHaveLength(1));
  expect(await facts(number, 'cadence.due')).toHaveLength(1);
  await moveClock(MINUTE + 100);
  await eventually(async () => expect(await facts(number, 'cadence.due')).toHaveLength(2));
});

it('decides anew after a pause: one fact for the furthest circle, marked late, and none for what is over', async () => {
  const missed = await declare();
  const over = await declare();
  await moveClock(12 * MINUTE + 15 * MINUTE);
  await act(over, 'change-phase', { to: 'cancelled', reason: 'false alarm' });
  start();
  await eventually(async () => expect(await facts(missed, 'cadence.overdue')).toMatchObject([{ level: 'unowned' }]));
  expect(await facts(missed, 'cadence.due')).toMatchObject([{ lateMs: expect.any(Number) as number }]);
  expect(Number((await facts(missed, 'cadence.due'))[0]?.lateMs)).toBeGreaterThan(12 * MINUTE - 1_000);
  await eventually(async () => expect(await facts(missed, 'command.overdue')).toHaveLength(1));
  expect(await facts(over, 'cadence.due')).toEqual([]);
  expect(await facts(over, 'command.overdue')).toEqual([]);
  expect(await database.timer.count({ where: { stream: `incident:${over}` } })).toBe(0);
});

it('asks again later while the commander is there, and flags one who left', async () => {
  const number = await declare('High');
  await act(number, 'take-role', { role: 'commander' });
  await sit('node', [{ key: 's', incident: number, personId: 'ada', personName: 'Ada', looking: '', typing: false }]);
  const key = `incident:${number}/commander-away`;
  await moveClock(6 * MINUTE);
  expect(await fireIncidentTimer(number, key)).toBe('settled');
  const planned = await database.timer.findUniqueOrThrow({ where: { key } });
  const [{ now }] = await database.$queryRaw<[{ now: Date }]>`select app_now() as now`;
  expect(planned.dueAt.getTime() - now.getTime()).toBeGreaterThan(4 * MINUTE);
  expect(await fireIncidentTimer(number, key)).toBe('settled');
  await database.presence.deleteMany();
  await moveClock(6 * MINUTE);
  expect(await fireIncidentTimer(number, key)).toBe('fired');
  expect(await facts(number, 'commander.away')).toHaveLength(1);
});

it('leaves an incident that somebody is at, and drops the timers of one that is gone', async () => {
  const number = await declare();
  const key = `incident:${number}/command`;
  await moveClock(6 * MINUTE);
  await database.$transaction(async (tx) => {
    await tx.$queryRaw`select number from incident where number = ${number} for update`;
    expect(await fireIncidentTimer(number, key)).toBe('busy');
  });
  await database.timer.create({
    data: {
      key: 'incident:99999/command',
      stream: 'incident:99999',
      kind: 'command',
      dueAt: new Date(0),
      data: { subject: '' },
    },
  });
  expect(await fireIncidentTimer(99_999, 'incident:99999/command')).toBe('settled');
  expect(await database.timer.count({ where: { stream: 'incident:99999' } })).toBe(0);
  expect(await fireIncidentTimer(number, key)).toBe('fired');
});

/** Incidents whose command clock ran out a moment ago, spread over `overMs`. */
async function overdue(count: number, overMs: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let index = 0; index < count; index += 1) numbers.push(await declare());
  await database.$executeRaw`
    update timer set due_at = app_now() + make_interval(secs => ${overMs} * random() / 1000) where kind = 'command'`;
  await database.$executeRaw`
    update incident set state = jsonb_set(state, '{commandDueAt}', to_jsonb('2026-01-01T00:00:00.000Z'::text))`;
  return numbers;
}

async function expectOnceEach(numbers: number[]) {
  const rows = await database.fact.groupBy({
    by: ['incidentNumber'],
    where: { kind: 'command.overdue', incidentNumber: { in: numbers } },
    _count: true,
  });
  expect(rows).toHaveLength(numbers.length);
  expect(rows.every(({ _count }) => _count === 1)).toBe(true);
}

it('fires each once with two runners racing', patient, async () => {
  const numbers = await overdue(60, 0);
  start();
  start();
  await eventually(async () => expect(await database.timer.count({ where: { kind: 'command' } })).toBe(0));
  await expectOnceEach(numbers);
});

/** Two processes that fire timers, killed in turn at random until nothing is `left`; answers with the number of kills. */
async function killWhile(left: () => Promise<number>): Promise<number> {
  const program = await bundle('bench/programs/timers.ts');
  const runners: ChildProcess[] = [];
  const run = (place: number) => {
    runners[place] = spawn(process.execPath, [program], {
      env: { ...process.env, LOG_LEVEL: 'silent' },
      stdio: 'ignore',
    });
  };
  run(0);
  run(1);
  let kills = 0;
  try {
    for (let last = await left(); last > 0; last = await left()) {
      // Some at a time of each life, so in the midst of the next.
      const some = Math.ceil(Math.random() * 12);
      await eventually(async () => expect(await left()).toBeLessThanOrEqual(Math.max(0, last - some)));
      const place = kills % 2;
      runners[place]?.kill('SIGKILL');
      kills += 1;
      run(place);
    }
  } finally {
    for (const runner of runners) runner.kill('SIGKILL');
  }
  return kills;
}

it('loses none and doubles none while its processes are killed at random', patient, async () => {
  const numbers = await overdue(300, 8_000);
  const kills = await killWhile(() => database.timer.count({ where: { kind: 'command' } }));
  expect(kills).toBeGreaterThan(10);
  await expectOnceEach(numbers);
});

it(
  'calls each step of a page once, and tells each person once, while its processes are killed at random',
  patient,
  async () => {
    const people = ['pia', 'quin', 'rosa'];
    for (const id of people)
      await database.person.create({ data: { id, name: id, role: 'responder', email: `${id}@example.org` } });
    const steps = [['pia'], ['quin', 'rosa']].map((step) => ({
      targets: step.map((id) => ({ kind: 'person', id })),
      waitMinutes: 5,
    }));
    await database.escalationPolicy.create({ data: { id: 'till', name: 'Till', steps, repeats: 0 } });
    await database.service.create({ data: { id: 'till', name: 'Till', tier: 1, policyId: 'till' } });
    const numbers: number[] = [];
    for (let index = 0; index < 60; index += 1) numbers.push(await declare('Critical', ['till']));

    const due = { kind: { in: ['paging', 'page'] } };
    let kills = 0;
    for (let step = 0; step <= steps.length; step += 1) {
      kills += await killWhile(async () => {
        const [row] = await database.$queryRaw<[{ n: number }]>`
        select count(*)::int as n from timer where kind in ('paging', 'page') and due_at <= app_now()`;
        return row.n;
      });
      await moveClock(5 * MINUTE);
    }
    expect(kills).toBeGreaterThan(10);
    expect(await database.timer.count({ where: due })).toBe(0);
    const calls = await database.$queryRaw<{ number: number; step: number; n: number }[]>`
    select incident_number as number, (data ->> 'step')::int as step, count(*)::int as n from fact
    where kind = 'page.called' and incident_number = any(${numbers}::int[]) group by 1, 2`;
    expect(calls).toHaveLength(2 * numbers.length);
    expect(calls.every(({ n }) => n === 1)).toBe(true);
    const unanswered = { kind: 'page.unanswered', incidentNumber: { in: numbers } };
    expect(await database.fact.count({ where: unanswered })).toBe(numbers.length);
    const told = await database.notice.groupBy({
      by: ['stream', 'personId'],
      where: { kind: 'paged', personId: { in: people } },
      _count: true,
    });
    expect(told).toHaveLength(people.length * numbers.length);
    expect(told.every(({ _count }) => _count === 1)).toBe(true);
  },
);
