import { beforeAll, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { DAY, HOUR, between, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { readCalendarFeed, readFeedMark } from '@/lib/queries/calendar-feed';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { addOverride } from './add-override';
import { createSchedule } from './create-schedule';
import { deactivatePerson } from './deactivate-person';
import { deleteSchedule } from './delete-schedule';
import { makeCalendarFeed } from './make-calendar-feed';
import { removeOverride } from './remove-override';
import { revokeCalendarFeed } from './revoke-calendar-feed';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const by = (actor: Actor) => ({ actor });

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'Europe/Berlin', startsOn: '2020-01-06', cycleDays: 7, handoffs };
  for (const name of ['Payments', 'Search']) {
    const layers = [{ ...layer, people: ['ada', 'bea'] }];
    const made = await createSchedule(by(ada), { name, timeZone: 'Europe/Berlin', layers });
    if (isRefusal(made)) throw new Error(made.message);
  }
});

async function make(actor: Actor, schedule: string | null): Promise<string> {
  const made = await makeCalendarFeed(by(actor), schedule);
  if (isRefusal(made)) throw new Error(made.message);
  return made.secret;
}

it('shows a person’s shifts in every schedule, three months ahead, and a moved override once', async () => {
  const secret = await make(bea, null);
  const now = await readClock();
  const weeks = (await readCalendarFeed(secret))?.events ?? [];
  expect(new Set(weeks.map(({ uid }) => uid)).size).toBe(weeks.length);
  expect(new Set(weeks.map(({ summary }) => summary))).toEqual(new Set(['On call: Payments', 'On call: Search']));
  expect(weeks.length).toBeGreaterThanOrEqual(12);
  const horizon = Math.max(...weeks.map(({ from }) => between(now, from)));
  expect(horizon).toBeGreaterThan(60 * DAY);
  expect(horizon).toBeLessThan(90 * DAY);
  const span = { person: 'bea', from: plus(now, 40 * DAY), to: plus(now, 40 * DAY + HOUR), reason: 'school play' };
  const override = await addOverride(by(bea), 'payments', span);
  if (isRefusal(override)) throw new Error(override.message);
  const overridden = (await readCalendarFeed(secret))?.events.filter(({ description }) => description);
  expect(overridden).toMatchObject([{ description: 'By override: school play', from: span.from, to: span.to }]);
  await removeOverride(by(bea), 'payments', override.id);
  expect((await readCalendarFeed(secret))?.events).toEqual(weeks);
});

it('shows everybody of one schedule, and notes that it was read', async () => {
  const secret = await make(bea, 'payments');
  expect(await readFeedMark(bea, 'payments')).toMatchObject({ readAt: null });
  const feed = await readCalendarFeed(secret);
  expect(feed?.name).toBe('On call: Payments');
  expect(new Set(feed?.events.map(({ summary }) => summary))).toEqual(
    new Set(['Ada on call: Payments', 'Bea on call: Payments']),
  );
  expect((await readFeedMark(bea, 'payments'))?.readAt).not.toBeNull();
});

it('keeps no address that could be read from the database', async () => {
  const secret = await make(ada, 'payments');
  const rows = JSON.stringify([
    await database.calendarFeed.findMany(),
    await database.fact.findMany({ where: { stream: 'person:ada' } }),
  ]);
  expect(rows).not.toContain(secret);
});

it('is nothing once it is made anew, revoked, or its person or its schedule is gone', async () => {
  const [first, other] = [await make(ada, null), await make(bea, 'search')];
  const second = await make(ada, null);
  expect(await readCalendarFeed(first)).toBeNull();
  expect(await readCalendarFeed(second)).not.toBeNull();
  await revokeCalendarFeed(by(ada), null);
  expect(await readCalendarFeed(second)).toBeNull();
  expect(await readFeedMark(ada, null)).toBeNull();
  expect(await readCalendarFeed(other)).not.toBeNull();
  await deleteSchedule(by(ada), 'search');
  expect(await readCalendarFeed(other)).toBeNull();
  const own = await make(bea, null);
  await deactivatePerson(by(ada), 'bea');
  expect(await readCalendarFeed(own)).toBeNull();
  expect(await readCalendarFeed('x'.repeat(43))).toBeNull();
  expect(await makeCalendarFeed(by(ada), 'search')).toMatchObject({ refusal: 'not-found' });
  const robot: Actor = { kind: 'token', id: 'ada', name: 'robot', role: 'administrator' };
  expect(await makeCalendarFeed(by(robot), null)).toMatchObject({ refusal: 'not-allowed' });
});
