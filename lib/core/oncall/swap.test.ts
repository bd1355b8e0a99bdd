import { describe, expect, it, test } from 'vitest';
import { type Actor } from '../access/actor';
import { DAY, HOUR, type Instant, plus } from '../instant';
import { isRefusal } from '../refusal';
import { type Schedule } from './schedule';
import { type Swap, type SwapInput, acceptSwap, isOpen, refuseOffer } from './swap';

const person = (id: string, role: Actor['role'] = 'responder'): Actor => ({ kind: 'person', id, name: id, role });
const [ada, bea, cy, di] = [person('ada'), person('bea'), person('cy'), person('di')];
const monday: Instant = '2026-11-23T09:00:00.000Z';
const now = plus(monday, HOUR);

/** Ada, Bea and Cy, a day each from Monday on; Di is not of the rota. */
const schedule: Schedule = {
  id: 'payments',
  name: 'Payments',
  timeZone: 'UTC',
  versions: [
    {
      from: monday,
      layers: [
        {
          id: 'primary',
          name: 'Primary',
          timeZone: 'UTC',
          startsOn: '2026-11-23',
          cycleDays: 1,
          handoffs: [{ day: 0, time: '09:00' }],
          people: [ada, bea, cy],
          hours: [],
        },
      ],
    },
  ],
  overrides: [],
};
const day = (offset: number) => ({ from: plus(monday, offset * DAY), to: plus(monday, (offset + 1) * DAY) });
const adasNext = day(3);
const beasNext = day(4);
const swap: Swap = {
  id: 's',
  offerer: ada,
  to: bea,
  shift: adasNext,
  back: beasNext,
  note: '',
  state: 'offered',
};
const input = (more: Partial<SwapInput> = {}): SwapInput => ({
  shift: adasNext,
  to: 'bea',
  back: null,
  note: '',
  ...more,
});
const fifty = Array.from({ length: 50 }, (_, at) => ({ ...swap, shift: day(6 + at), back: null }));
const offering = { schedule, to: bea, others: [] as Swap[], now };

describe('an offer', () => {
  test.each<[string, Partial<SwapInput>, Partial<typeof offering>]>([
    ['to a person', {}, {}],
    ['to anyone of the rota', { to: '' }, {}],
    ['for one in return', { back: beasNext }, {}],
    ['of a part of a shift', { shift: { ...adasNext, from: plus(adasNext.from, HOUR) } }, {}],
    ['beside a withdrawn one', {}, { others: [{ ...swap, state: 'withdrawn' }] }],
  ])('stands: %s', (_, more, where) => {
    expect(refuseOffer(ada, input(more), { ...offering, ...where })).toBeNull();
  });

  test.each<[string, Actor, Partial<SwapInput>, Partial<{ to: Actor | null; others: Swap[] }>, string]>([
    ['of what began', ada, { shift: day(0) }, {}, 'expired'],
    ['of somebody else’s shift', ada, { shift: beasNext }, {}, 'invalid'],
    ['of more than one’s shift', ada, { shift: { ...adasNext, to: beasNext.to } }, {}, 'invalid'],
    ['the wrong way round', ada, { shift: { from: adasNext.to, to: adasNext.from } }, {}, 'invalid'],
    ['to oneself', ada, {}, { to: ada }, 'invalid'],
    ['to nobody', ada, {}, { to: null }, 'invalid'],
    ['twice', ada, {}, { others: [swap] }, 'taken'],
    ['beside fifty others', ada, {}, { others: fifty }, 'too-many'],
    ['for nobody’s shift', ada, { to: '', back: beasNext }, { to: null }, 'invalid'],
    ['for a shift that is not theirs', ada, { back: day(5) }, {}, 'invalid'],
    ['for what is over', ada, { back: { from: plus(monday, -DAY), to: monday } }, {}, 'invalid'],
    ['by an observer', person('ada', 'observer'), {}, {}, 'not-allowed'],
    ['by a machine', { ...ada, kind: 'token' }, {}, {}, 'not-allowed'],
  ])('is refused: %s', (_, actor, more, where, refusal) => {
    expect(refuseOffer(actor, input(more), { ...offering, ...where })).toMatchObject({ refusal });
  });

  it('lapses when the first of its shifts begins', () => {
    expect(isOpen(swap, plus(adasNext.from, -1))).toBe(true);
    expect(isOpen(swap, adasNext.from)).toBe(false);
    const sooner = { ...swap, shift: day(6), back: day(1) };
    expect(isOpen(sooner, day(1).from)).toBe(false);
  });
});

describe('accepting', () => {
  it('puts each on call for the other', () => {
    expect(acceptSwap(bea, swap, schedule, now)).toEqual([
      { ...adasNext, person: { id: 'bea', name: 'bea' } },
      { ...beasNext, person: ada },
    ]);
  });

  it('is open to the whole rota and to nobody else when nobody is named', () => {
    const open = { ...swap, to: null, back: null };
    expect(acceptSwap(cy, open, schedule, now)).toEqual([{ ...adasNext, person: { id: 'cy', name: 'cy' } }]);
    for (const actor of [di, ada]) {
      expect(acceptSwap(actor, open, schedule, now)).toMatchObject({ refusal: 'not-allowed' });
    }
  });

  const covered = (shift: { from: Instant; to: Instant }): Schedule => ({
    ...schedule,
    overrides: [
      { id: 'o', person: cy, from: plus(shift.from, HOUR), to: plus(shift.from, 2 * HOUR), reason: '', swap: null },
    ],
  });
  test.each<[string, Actor, Partial<Swap>, Schedule, Instant, string]>([
    ['by somebody else', cy, {}, schedule, now, 'not-allowed'],
    ['after it was accepted', bea, { state: 'accepted' }, schedule, now, 'changed-meanwhile'],
    ['after it was withdrawn', bea, { state: 'withdrawn' }, schedule, now, 'changed-meanwhile'],
    ['once it has begun', bea, {}, schedule, adasNext.from, 'expired'],
    ['of what the offerer has no more', bea, {}, covered(adasNext), now, 'changed-meanwhile'],
    ['for what one has no more', bea, {}, covered(beasNext), now, 'changed-meanwhile'],
  ])('is refused: %s', (_, actor, more, rota, at, refusal) => {
    const answer = acceptSwap(actor, { ...swap, ...more }, rota, at);
    expect(isRefusal(answer) && answer.refusal).toBe(refusal);
  });
});
