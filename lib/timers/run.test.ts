import { expect, it } from 'vitest';
import { fireIncidentTimer } from '@/lib/commands/fire-timer';
import { MINUTE } from '@/lib/core/instant';
import { database } from '@/lib/store/database';
import { sit } from '@/lib/store/presence';
import { act, declare, eventually, facts, moveClock, patient, start } from './testing/incidents';

const update = { status: 'Down', actions: 'Looking', next: 'Find it', estimate: { kind: 'unknown', nextAt: null } };

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
          'Everybody was paged and nobody acknowledged: administrators and leads are called.',
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
