import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type Actor } from '@/lib/core/access/actor';
import { DAY, type Instant, plus } from '@/lib/core/instant';
import { onCallAt } from '@/lib/core/oncall/schedule';
import { type Refusal, isRefusal } from '@/lib/core/refusal';
import { type OwnShift, readOwnRota } from '@/lib/queries/own-rota';
import { database } from '@/lib/store/database';
import { loadSchedules } from '@/lib/store/schedules';
import { addOverride } from './add-override';
import { answerSwap } from './answer-swap';
import { changeSchedule } from './change-schedule';
import { createSchedule } from './create-schedule';
import { deactivatePerson } from './deactivate-person';
import { offerSwap } from './offer-swap';
import { reactivatePerson } from './reactivate-person';
import { removeOverride } from './remove-override';
import { withdrawSwap } from './withdraw-swap';

const person = (id: string, role: Actor['role'] = 'responder'): Actor => ({
  kind: 'person',
  id,
  name: id.slice(0, 1).toUpperCase() + id.slice(1),
  role,
});
const [ada, bea, cy, di] = [person('ada', 'administrator'), person('bea'), person('cy'), person('di')];
const by = (actor: Actor) => ({ actor });

beforeAll(async () => {
  for (const { id, name, role } of [ada, bea, cy, di])
    await database.person.create({ data: { id, name, role, email: `${id}@example.org` } });
  taken(await createSchedule(by(ada), rota(['ada', 'bea', 'cy'])));
});

beforeEach(async () => {
  await database.override.deleteMany();
  await database.swap.deleteMany();
  await database.notice.deleteMany();
});

function rota(people: string[], basis?: number) {
  const handoffs = [{ day: 0, time: '09:00' }];
  const layer = { name: 'Primary', timeZone: 'Europe/Berlin', startsOn: '2020-01-06', cycleDays: 1, handoffs, people };
  return { name: 'Payments', timeZone: 'Europe/Berlin', layers: [layer], basis };
}

async function basis(): Promise<number> {
  const last = await database.fact.findFirst({
    where: { stream: 'schedule:payments', kind: { startsWith: 'schedule.' } },
    orderBy: { seq: 'desc' },
  });
  return last?.seq ?? 0;
}

function taken<T extends object>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

/** The second shift that this person has still to come: the first may begin while the test runs. */
async function next(actor: Actor): Promise<OwnShift> {
  const { shifts, now } = await readOwnRota(actor);
  const [, shift] = shifts.filter(({ from }) => from > now);
  if (!shift) throw new Error('no shift');
  return shift;
}

async function onCall(at: Instant): Promise<string | undefined> {
  const schedule = (await loadSchedules(database, ['payments'], at, plus(at, 1))).get('payments');
  return schedule && onCallAt(schedule, at)?.id;
}

const span = ({ from, to }: { from: Instant; to: Instant }) => ({ from, to });
const noticesTo = async (id: string) =>
  (await database.notice.findMany({ where: { personId: id } })).map(({ kind, body }) => ({ kind, body }));

it('swaps two shifts in one go, and tells both', async () => {
  const [adas, beas] = [await next(ada), await next(bea)];
  const draft = { shift: span(adas), to: 'bea', back: span(beas), note: 'Concert' };
  const { id } = taken(await offerSwap(by(ada), 'payments', draft));
  expect((await readOwnRota(bea)).toMe).toMatchObject([{ id, offerer: { id: 'ada' }, note: 'Concert' }]);
  expect((await readOwnRota(cy)).toMe).toEqual([]);
  expect((await next(ada)).offered).toBe(true);
  const [told, ...rest] = await noticesTo('bea');
  expect(rest).toEqual([]);
  expect(told).toMatchObject({ kind: 'swap-offered' });
  expect(told?.body).toMatch(
    /^Ada offers you a shift: \w+ \d+ \w+ 09:00 – .*\(Europe\/Berlin\)\. For your shift .* Concert$/,
  );

  taken(await answerSwap(by(bea), 'payments', { id, take: true }));
  expect(await onCall(adas.from)).toBe('bea');
  expect(await onCall(beas.from)).toBe('ada');
  expect(await noticesTo('ada')).toMatchObject([
    { kind: 'swap-answered', body: expect.stringContaining('Bea takes') as string },
  ]);
  expect((await readOwnRota(bea)).toMe).toEqual([]);
  const facts = await database.fact.findMany({
    where: { stream: 'schedule:payments' },
    orderBy: { seq: 'desc' },
    take: 2,
  });
  expect(facts.map(({ kind }) => kind)).toEqual(['swap.accepted', 'swap.offered']);
  const overrides = await database.override.findMany();
  expect(overrides.map(({ swap, reason }) => ({ swap, reason }))).toEqual(
    Array.from({ length: 2 }, () => ({ swap: id, reason: 'Swap of Ada and Bea' })),
  );
  for (const { id: override, personId } of overrides) {
    if (personId === 'bea')
      expect(await removeOverride(by(bea), 'payments', override)).toMatchObject({ refusal: 'not-allowed' });
  }
});

it('gives a shift to whoever of the rota is first, however many race for it', async () => {
  const shift = span(await next(ada));
  const { id } = taken(await offerSwap(by(ada), 'payments', { shift }));
  expect((await noticesTo('bea')).length + (await noticesTo('cy')).length).toBe(2);
  expect(await noticesTo('di')).toEqual([]);
  expect(await answerSwap(by(di), 'payments', { id, take: true })).toMatchObject({ refusal: 'not-allowed' });
  const answers = await Promise.all(
    [bea, cy, bea, cy].map((actor) => answerSwap(by(actor), 'payments', { id, take: true })),
  );
  expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  expect(answers.filter(isRefusal).map(({ refusal }) => refusal)).toEqual(
    Array.from({ length: 3 }, () => 'changed-meanwhile'),
  );
  expect(await database.override.count()).toBe(1);
  expect(await database.fact.count({ where: { kind: 'swap.accepted', data: { path: ['id'], equals: id } } })).toBe(1);
});

it('leaves all as it was when it is declined or withdrawn', async () => {
  const shift = span(await next(ada));
  const first = taken(await offerSwap(by(ada), 'payments', { shift, to: 'bea' }));
  expect(await offerSwap(by(ada), 'payments', { shift, to: 'cy' })).toMatchObject({ refusal: 'taken' });
  taken(await answerSwap(by(bea), 'payments', { id: first.id, take: false }));
  expect(await noticesTo('ada')).toMatchObject([{ body: expect.stringContaining('Bea cannot') as string }]);
  const second = taken(await offerSwap(by(ada), 'payments', { shift, to: 'cy' }));
  expect(await withdrawSwap(by(cy), 'payments', second.id)).toMatchObject({ refusal: 'not-allowed' });
  taken(await withdrawSwap(by(ada), 'payments', second.id));
  expect(await answerSwap(by(cy), 'payments', { id: second.id, take: true })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  expect(await onCall(shift.from)).toBe('ada');
  expect(await database.override.count()).toBe(0);
});

it('refuses what the offerer no longer has to give', async () => {
  const shift = span(await next(ada));
  const { id } = taken(await offerSwap(by(ada), 'payments', { shift, to: 'bea' }));
  taken(await addOverride(by(cy), 'payments', { person: 'cy', ...shift }));
  expect(await answerSwap(by(bea), 'payments', { id, take: true })).toMatchObject({ refusal: 'changed-meanwhile' });
  expect(await onCall(shift.from)).toBe('cy');
});

it('puts nobody on call in return who was locked out meanwhile, and still lets their shift be taken', async () => {
  const [beas, cys] = [span(await next(bea)), span(await next(cy))];
  const swapped = taken(await offerSwap(by(bea), 'payments', { shift: beas, to: 'cy', back: cys }));
  taken(await deactivatePerson(by(ada), 'bea'));
  expect(await answerSwap(by(cy), 'payments', { id: swapped.id, take: true })).toMatchObject({
    refusal: 'changed-meanwhile',
  });
  expect(await database.override.count()).toBe(0);
  expect(await onCall(cys.from)).toBe('cy');
  taken(await reactivatePerson(by(ada), 'bea'));
  taken(await withdrawSwap(by(bea), 'payments', swapped.id));
  const given = taken(await offerSwap(by(bea), 'payments', { shift: beas, to: 'cy' }));
  taken(await deactivatePerson(by(ada), 'bea'));
  taken(await answerSwap(by(cy), 'payments', { id: given.id, take: true }));
  expect(await onCall(beas.from)).toBe('cy');
  taken(await reactivatePerson(by(ada), 'bea'));
});

it('ends as one of the two whichever comes first, where it is accepted while the schedule is rewritten', async () => {
  const shift = span(await next(ada));
  for (let round = 0; round < 4; round += 1) {
    await database.override.deleteMany();
    await database.swap.deleteMany();
    taken(await changeSchedule(by(ada), 'payments', rota(['ada', 'bea', 'cy'], await basis())));
    const { id } = taken(await offerSwap(by(ada), 'payments', { shift, to: 'bea' }));
    const [answered] = await Promise.all([
      answerSwap(by(bea), 'payments', { id, take: true }),
      changeSchedule(by(ada), 'payments', rota(['cy'], await basis())),
    ]);
    const accepted = !isRefusal(answered);
    expect(await database.override.count()).toBe(accepted ? 1 : 0);
    expect(await onCall(shift.from)).toBe(accepted ? 'bea' : 'cy');
  }
  taken(await changeSchedule(by(ada), 'payments', rota(['ada', 'bea', 'cy'], await basis())));
});

it('lapses when the shift begins', async () => {
  const shift = span(await next(ada));
  const { id } = taken(await offerSwap(by(ada), 'payments', { shift, to: 'bea' }));
  const begun = new Date(Date.parse(shift.from) - 9 * DAY);
  await database.swap.update({ where: { id }, data: { from: begun } });
  expect(await answerSwap(by(bea), 'payments', { id, take: true })).toMatchObject({ refusal: 'expired' });
  expect((await readOwnRota(bea)).toMe).toEqual([]);
});
