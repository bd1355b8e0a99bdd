import { expect, it } from 'vitest';
import { MINUTE } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { declare, eventually, moveClock, patient, start } from './testing/incidents';
import { killWhile } from './testing/kill-while';

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
