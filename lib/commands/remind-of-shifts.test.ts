import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { HOUR, type Instant, MINUTE, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { addOverride } from './add-override';
import { changeShiftReminder } from './change-shift-reminder';
import { createSchedule } from './create-schedule';
import { remindOfShifts } from './remind-of-shifts';
import { removeOverride } from './remove-override';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const by = (actor: Actor) => ({ actor });
let now: Instant;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'UTC', startsOn: '2020-01-06', cycleDays: 7, handoffs, people: ['ada'] };
  const made = await createSchedule(by(ada), { name: 'Payments', timeZone: 'UTC', layers: [layer] });
  if (isRefusal(made)) throw new Error(made.message);
});

beforeEach(async () => {
  await database.override.deleteMany();
  await database.notice.deleteMany();
  now = await readClock();
});

async function beaFrom(ms: number): Promise<string> {
  const span = { person: 'bea', from: plus(now, ms), to: plus(now, ms + HOUR) };
  const made = await addOverride(by(bea), 'payments', span);
  if (isRefusal(made)) throw new Error(made.message);
  return made.id;
}
const notices = (personId: string) => database.notice.findMany({ where: { personId } });

it('reminds of a shift once, however often and by however many it is looked', async () => {
  await beaFrom(30 * MINUTE);
  await Promise.all([remindOfShifts(), remindOfShifts(), remindOfShifts()]);
  await remindOfShifts();
  expect(await notices('bea')).toMatchObject([
    {
      kind: 'shift-soon',
      title: 'On call in Payments',
      body: expect.stringMatching(/^Your shift begins soon: /) as string,
    },
  ]);
});

it('reminds anew of a shift that moved', async () => {
  const first = await beaFrom(30 * MINUTE);
  await remindOfShifts();
  await removeOverride(by(bea), 'payments', first);
  await beaFrom(40 * MINUTE);
  await remindOfShifts();
  expect(await notices('bea')).toHaveLength(2);
});

it('reminds as early as a person likes, or never', async () => {
  await beaFrom(3 * HOUR);
  await remindOfShifts();
  expect(await notices('bea')).toEqual([]);
  expect(await changeShiftReminder(by(bea), { minutes: 240 })).toMatchObject({ id: 'bea' });
  await remindOfShifts();
  expect(await notices('bea')).toHaveLength(1);
  await beaFrom(30 * MINUTE);
  await changeShiftReminder(by(bea), { minutes: null });
  await remindOfShifts();
  expect(await notices('bea')).toHaveLength(1);
  expect(await changeShiftReminder(by(bea), { minutes: 7 })).toMatchObject({ refusal: 'invalid' });
});
