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

it('reminds of the shifts of one schedule though another cannot be read, and one person though another cannot be told', async () => {
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'UTC', startsOn: '2020-01-06', cycleDays: 7, handoffs, people: ['ada'] };
  // By name before and after the one that is sound.
  for (const name of ['Broken', 'Unreadable']) {
    const made = await createSchedule(by(ada), { name, timeZone: 'UTC', layers: [layer] });
    if (isRefusal(made)) throw new Error(made.message);
    await database.$executeRaw`update schedule set versions = '[{"from": "?", "layers": "?"}]' where name = ${name}`;
  }
  await changeShiftReminder(by(bea), { minutes: 60 });
  await database.person.create({ data: { id: 'cy', name: 'Cy', role: 'responder', email: 'cy@example.org' } });
  const way = { personId: 'cy', channel: 'ntfy', label: '', shown: 'x', address: 'x' };
  const at = new Date();
  await database.contactMethod.create({ data: { ...way, id: 'way', createdAt: at, verifiedAt: at } });
  await database.notificationRules.create({ data: { personId: 'cy', rules: { page: null, news: 3, quiet: null } } });
  const first = { person: 'cy', from: plus(now, 20 * MINUTE), to: plus(now, 30 * MINUTE) };
  expect(isRefusal(await addOverride(by(ada), 'payments', first))).toBe(false);
  await beaFrom(50 * MINUTE);
  await remindOfShifts();
  expect(await notices('cy')).toEqual([]);
  expect(await notices('bea')).toHaveLength(1);
});
