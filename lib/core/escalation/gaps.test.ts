import { expect, it } from 'vitest';
import { type Instant } from '../instant';
import { defaultRules } from '../severity/policy';
import { type EscalationPolicy, type Target } from './escalation-policy';
import { gapLine } from './gap-words';
import { type Foresight } from './foresight';
import { gapsOfPolicy, gapsOfServices } from './gaps';
import { pagedTwiceLine, pagedTwiceOf } from './paged-twice';
import { unreachedOf, unreachedSentence } from './unreached';

const hours = (hour: number): Instant => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ana = { id: 'ana', name: 'Ana' };
const bea = { id: 'bea', name: 'Bea' };

/** The schedule `night` has Ana until 08:00, nobody until 18:00 and Bea after; people stand for themselves, teams for both. */
const seen: Foresight = {
  from: hours(0),
  to: hours(23),
  reachable: new Set(['ana', 'bea']),
  changes: (targets) =>
    targets.some(({ kind }) => kind === 'schedule') ? [hours(0), hours(8), hours(18)] : [hours(0)],
  at:
    (moment) =>
    ({ kind, id }) => {
      if (kind === 'person') return [ana, bea].filter((person) => person.id === id);
      if (kind === 'team') return [ana, bea];
      if (kind !== 'schedule') return [bea];
      return moment < hours(8) ? [ana] : moment < hours(18) ? [] : [bea];
    },
};

function policy(...steps: Target['kind'][]): EscalationPolicy {
  const target = (kind: Target['kind']): Target => ({ kind, id: kind === 'person' ? 'ana' : kind, name: kind });
  const written = steps.map((kind) => ({ targets: [target(kind)], waitMinutes: 5 }));
  return { id: 'p', name: 'P', repeats: 3, ending: 'call-owners', steps: written };
}

it.each<[Target['kind'][], unknown[]]>([
  [['person'], []],
  [['person', 'team'], []],
  [['person', 'vendor'], [{ kind: 'vendors', step: 1, people: [], periods: [{ from: hours(0), to: hours(23) }] }]],
  [['schedule'], [{ kind: 'empty', step: 0, periods: [{ from: hours(8), to: hours(18) }] }]],
  [['team', 'person'], [{ kind: 'again', step: 1, people: [ana], periods: [{ from: hours(0), to: hours(23) }] }]],
  [
    ['team', 'schedule'],
    [
      {
        kind: 'again',
        step: 1,
        people: [ana, bea],
        periods: [
          { from: hours(0), to: hours(8) },
          { from: hours(18), to: hours(23) },
        ],
      },
      { kind: 'empty', step: 1, periods: [{ from: hours(8), to: hours(18) }] },
    ],
  ],
])('finds in steps of %j what is empty and what pages nobody new', (steps, gaps) => {
  expect(gapsOfPolicy(policy(...steps), seen)).toMatchObject(gaps);
  expect(gapsOfPolicy(policy(...steps), seen)).toHaveLength(gaps.length);
});

it('finds whom nothing outside the app reaches, and for which services', () => {
  const [cards, blog] = [
    { id: 'cards', name: 'Cards' },
    { id: 'blog', name: 'Blog' },
  ];
  const services = [
    { service: cards, policy: policy('schedule') },
    { service: blog, policy: policy('person', 'team') },
  ];
  const found = unreachedOf(services, defaultRules, { ...seen, reachable: new Set(['bea']) });
  expect(found).toEqual([{ person: ana, services: [cards, blog] }]);
  expect(found.map(unreachedSentence)).toEqual(['Ana is paged in the app alone, for Cards and 1 more.']);
  expect(unreachedOf(services, defaultRules, seen)).toEqual([]);
});

it('says that nobody here is asked to answer where a step writes to vendors alone', () => {
  const services = [{ service: { id: 'shop', name: 'Shop' }, policy: policy('team', 'vendor') }];
  expect(gapsOfServices(services, defaultRules, seen).map(gapLine)).toEqual([
    'Shop (Critical, High): Step 2 of “P” (vendor) writes to vendors alone: nobody here is asked to answer. 2026-11-23 00:00 until 2026-11-23 23:00 UTC',
  ]);
});

it('joins what lasts over a change of shift', () => {
  const nobody: Foresight = { ...seen, at: () => () => [] };
  const [gap] = gapsOfPolicy(policy('schedule'), nobody);
  expect(gap?.periods).toEqual([{ from: hours(0), to: hours(23) }]);
});

it('says them for each service at the severities that page, and asks no policy of what pages nobody', () => {
  const services = [
    { service: { id: 'shop', name: 'Shop' }, policy: policy('schedule') },
    { service: { id: 'blog', name: 'Blog' }, policy: null },
  ];
  expect(gapsOfServices(services, defaultRules, seen).map(gapLine)).toEqual([
    'Shop (Critical, High): Step 1 of “P” (schedule) stands for nobody. 2026-11-23 08:00 until 2026-11-23 18:00 UTC',
    'Blog (Critical, High): It has no escalation policy: administrators are paged.',
  ]);
  const quiet = { meaning: '', responseMinutes: 5, told: 'nobody', paged: 'nobody' } as const;
  const none = { ...quiet, cadenceMinutes: null, postmortemHours: null };
  const rules = { Critical: { ...none, paged: 'everyone' as const }, High: none, Medium: none, Low: none };
  expect(gapsOfServices(services, rules, seen)).toEqual([]);
});

it('says who is paged in two steps of a round, and when, but for steps that are gaps', () => {
  const twice = (...steps: Target['kind'][]) =>
    pagedTwiceOf([{ service: { id: 'shop', name: 'Shop' }, policy: policy(...steps) }], defaultRules, seen);
  expect(twice('person', 'team').map(pagedTwiceLine)).toEqual([
    'Steps 1 and 2 of “P” both page Ana. 2026-11-23 00:00 until 2026-11-23 23:00 UTC',
  ]);
  expect(twice('schedule', 'team').map(pagedTwiceLine)).toEqual([
    'Steps 1 and 2 of “P” both page Ana, Bea. 2026-11-23 00:00 until 2026-11-23 08:00 UTC, and 1 time more',
  ]);
  expect(twice('schedule', 'team')).toMatchObject([{ people: [ana, bea], services: [{ id: 'shop' }] }]);
  expect(twice('team', 'person')).toEqual([]);
  expect(twice('person', 'administrators')).toEqual([]);
});
