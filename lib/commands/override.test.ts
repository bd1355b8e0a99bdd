import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { DAY, HOUR, type Instant, plus } from '@/lib/core/instant';
import { isRefusal } from '@/lib/core/refusal';
import { onCallAt } from '@/lib/core/oncall/schedule';
import { weekly } from '@/lib/core/oncall/testing/weekly';
import { readSchedule } from '@/lib/queries/schedules';
import { readClock } from '@/lib/store/clock';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { addOverride } from './add-override';
import { changeSchedule } from './change-schedule';
import { createSchedule } from './create-schedule';
import { removeOverride } from './remove-override';

const ada: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'administrator' };
const bea: Actor = { kind: 'person', id: 'bea', name: 'Bea', role: 'responder' };
const eve: Actor = { kind: 'person', id: 'eve', name: 'Eve', role: 'observer' };
const robot: Actor = { kind: 'token', id: 'bea', name: 'robot', role: 'responder' };
const by = (actor: Actor) => ({ actor });
let now: Instant;

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, eve])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  const layer = { ...weekly, people: ['ada'] };
  const made = await createSchedule(by(ada), { name: 'Payments', timeZone: 'UTC', layers: [layer] });
  if (isRefusal(made)) throw new Error(made.message);
});

beforeEach(async () => {
  await database.override.deleteMany();
  now = await readClock();
});

const span = (from: number, to: number, more: object = {}) => ({
  person: 'bea',
  from: plus(now, from),
  to: plus(now, to),
  ...more,
});

async function onCall(at: Instant): Promise<string | undefined> {
  const schedule = (await loadSchedules(database, ['payments'], at, plus(at, 1))).get('payments');
  return schedule && onCallAt(schedule, at)?.name;
}

it('puts a person on call in place of the layers, and back', async () => {
  const made = await addOverride(by(ada), 'payments', span(HOUR, 2 * HOUR, { reason: ' school   play ' }));
  if (isRefusal(made)) throw new Error(made.message);
  expect(await onCall(plus(now, 1.5 * HOUR))).toBe('Bea');
  expect(await onCall(plus(now, 2 * HOUR))).toBe('Ada');
  expect(await database.override.findMany()).toMatchObject([{ reason: 'school play', personId: 'bea' }]);
  expect(await removeOverride(by(ada), 'payments', made.id)).toEqual({ id: made.id, name: 'Bea' });
  expect(await onCall(plus(now, 1.5 * HOUR))).toBe('Ada');
  expect(await removeOverride(by(ada), 'payments', made.id)).toMatchObject({ refusal: 'not-found' });
  const facts = await database.fact.findMany({ where: { stream: 'schedule:payments' }, orderBy: { seq: 'asc' } });
  expect(facts.slice(1)).toMatchObject([
    { kind: 'override.added', data: { id: made.id, person: { name: 'Bea' }, schedule: { name: 'Payments' } } },
    { kind: 'override.removed', data: { id: made.id, from: plus(now, HOUR), to: plus(now, 2 * HOUR) } },
  ]);
});

it('never changes who was on call before', async () => {
  const made = await addOverride(by(ada), 'payments', span(-2 * HOUR, HOUR));
  if (isRefusal(made)) throw new Error(made.message);
  expect(await database.override.findMany()).toMatchObject([{ to: new Date(plus(now, HOUR)) }]);
  expect(await onCall(plus(now, -1))).not.toBe('Bea');
  const begun = await readClock();
  expect(await onCall(begun)).toBe('Bea');
  await removeOverride(by(ada), 'payments', made.id);
  expect(await onCall(begun)).toBe('Bea');
  expect(await onCall(await readClock())).toBe('Ada');
  expect(await removeOverride(by(ada), 'payments', made.id)).toMatchObject({ refusal: 'expired' });
});

it('leaves an open editor of the schedule as it is', async () => {
  const read = () => readSchedule('payments', (_, at) => ({ from: at, to: at }));
  const before = await read();
  await addOverride(by(bea), 'payments', span(HOUR, 2 * HOUR));
  expect((await read())?.basis).toBe(before?.basis);
  const { name, timeZone, versions } = before?.schedule ?? { versions: [] };
  const layers = versions.at(-1)?.layers.map((layer) => ({ ...layer, people: layer.people.map(({ id }) => id) }));
  const draft = { name, timeZone, layers, basis: before?.basis };
  expect(await changeSchedule(by(ada), 'payments', { ...draft, timeZone: 'Europe/Berlin' })).toMatchObject({ name });
  expect(await changeSchedule(by(ada), 'payments', draft)).toMatchObject({ refusal: 'changed-meanwhile' });
});

it('lets a responder take a shift over for themselves, and nobody else', async () => {
  const made = await addOverride(by(bea), 'payments', span(HOUR, 2 * HOUR));
  expect(made).toMatchObject({ name: 'Bea' });
  const others = span(HOUR, 2 * HOUR, { person: 'ada' });
  expect(await addOverride(by(bea), 'payments', others)).toMatchObject({ refusal: 'not-allowed' });
  expect(await addOverride(by(robot), 'payments', span(HOUR, 2 * HOUR))).toMatchObject({ refusal: 'not-allowed' });
  expect(await addOverride(by(eve), 'payments', span(HOUR, 2 * HOUR))).toMatchObject({ refusal: 'not-allowed' });
  const theirs = await addOverride(by(ada), 'payments', others);
  if (isRefusal(made) || isRefusal(theirs)) throw new Error('not added');
  expect(await removeOverride(by(bea), 'payments', theirs.id)).toMatchObject({ refusal: 'not-allowed' });
  expect(await removeOverride(by(bea), 'payments', made.id)).toEqual(made);
});

it.each([
  ['nothing', () => span(HOUR, HOUR), 'to'],
  ['the wrong way round', () => span(2 * HOUR, HOUR), 'to'],
  ['what is over', () => span(-2 * HOUR, -HOUR), 'to'],
  ['more than a year ahead', () => span(HOUR, 367 * DAY), 'to'],
  ['an observer', () => span(HOUR, 2 * HOUR, { person: 'eve' }), 'person'],
  ['nobody', () => span(HOUR, 2 * HOUR, { person: 'zoe' }), 'person'],
] as const)('refuses %s', async (_, draft, field) => {
  const answer = await addOverride(by(ada), 'payments', draft());
  expect(answer).toMatchObject({ refusal: 'invalid' });
  expect(isRefusal(answer) && Object.keys(answer.fields ?? {})).toEqual([field]);
  expect(await database.override.count()).toBe(0);
});

it('refuses a schedule that is not there', async () => {
  expect(await addOverride(by(ada), 'none', span(HOUR, 2 * HOUR))).toMatchObject({ refusal: 'not-found' });
  expect(await removeOverride(by(ada), 'payments', 'none')).toMatchObject({ refusal: 'not-found' });
});

it('puts nobody on call over and over without end', async () => {
  const [from, to] = [new Date(plus(now, HOUR)), new Date(plus(now, 2 * HOUR))];
  const one = { scheduleId: 'payments', personId: 'bea', from, to, reason: '', createdAt: new Date(now) };
  await database.override.createMany({ data: Array.from({ length: 400 }, (_, at) => ({ ...one, id: `o${at}` })) });
  expect(await addOverride(by(bea), 'payments', span(HOUR, DAY))).toMatchObject({ refusal: 'too-many' });
  expect(isRefusal(await addOverride(by(ada), 'payments', span(HOUR, DAY, { person: 'ada' })))).toBe(false);
});
