import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PersonRef } from '../access/actor';
import { type Instant, MINUTE, SECOND, plus } from '../instant';
import { advance } from './advance';
import { type EscalationPolicy, type Target } from './escalation-policy';
import { evolvePage, heard } from './evolve-page';
import { type NewPageFact, type Page } from './page';
import { rehearse } from './preflight';

const start: Instant = '2026-03-29T00:00:00.000Z';
const by = { kind: 'system', id: 'quarterdeck', name: 'Quarterdeck' } as const;
const people: Record<string, PersonRef[]> = {
  ana: [{ id: 'ana', name: 'Ana' }],
  bea: [{ id: 'bea', name: 'Bea' }],
  both: [
    { id: 'ana', name: 'Ana' },
    { id: 'bea', name: 'Bea' },
  ],
  nobody: [],
};
const resolve = (target: Target) => people[target.id] ?? [];

function policy(repeats: number, ...steps: string[][]): EscalationPolicy {
  const targets = (ids: string[]) => ids.map((id): Target => ({ kind: 'schedule', id, name: id }));
  const written = steps.map((ids) => ({ targets: targets(ids), waitMinutes: 5 }));
  return { id: 'p', name: 'Payments', repeats, ending: 'call-owners', steps: written };
}

function begin({ steps, repeats }: EscalationPolicy, silentMinutes: number | null = null): Page {
  const data = { id: '1', about: 'Payments is down', policy: null, steps, repeats, silentMinutes };
  return must(evolvePage(null, { kind: 'page.started', data, actor: by, at: start }));
}

function must(page: Page | null): Page {
  if (!page) throw new Error('There is no page.');
  return page;
}

function after(page: Page, facts: readonly NewPageFact[], at: Instant): Page {
  return facts.reduce((now, fact) => must(evolvePage(now, { ...fact, actor: by, at })), page);
}

function fireAt(page: Page, minutes: number): { page: Page; facts: NewPageFact[] } {
  const at = plus(start, minutes * MINUTE);
  const facts = advance(page, at, resolve);
  return { page: after(page, facts, at), facts };
}

function acknowledge(page: Page, person: string, minutes: number): Page {
  const data = { id: '1', person: { id: person, name: person }, via: 'app' as const };
  return after(page, [{ kind: 'page.acknowledged', data }], plus(start, minutes * MINUTE));
}

function decline(page: Page, person: string, minutes: number): Page {
  const data = { id: '1', person: { id: person, name: person }, via: 'app' as const, reason: null };
  return after(page, [{ kind: 'page.declined', data }], plus(start, minutes * MINUTE));
}

const called = (facts: readonly NewPageFact[]) =>
  facts.flatMap((fact) => (fact.kind === 'page.called' ? fact.data.people.map(({ id }) => id) : []));

it('calls each step after the wait of the one before, again as often as it repeats, then says that nobody answered', () => {
  const steps = rehearse(policy(1, ['ana'], ['bea', 'both']), start, () => resolve);
  expect(steps.map(({ minutes, outcome, people: who }) => [minutes, outcome, who.map(({ id }) => id).join()])).toEqual([
    [0, 'called', 'ana'],
    [5, 'called', 'bea,ana'],
    [10, 'called', 'ana'],
    [15, 'called', 'bea,ana'],
    [20, 'unanswered', ''],
  ]);
});

it('does nothing before its moment', () => {
  const { page } = fireAt(begin(policy(0, ['ana'], ['bea'])), 0);
  expect(advance(page, plus(start, 5 * MINUTE - SECOND), resolve)).toEqual([]);
  expect(called(advance(page, plus(start, 5 * MINUTE), resolve))).toEqual(['bea']);
});

it('passes over a step that stands for nobody at once, and says so', () => {
  const { facts } = fireAt(begin(policy(0, ['nobody'], ['bea'])), 0);
  expect(facts.map(({ kind }) => kind)).toEqual(['page.skipped', 'page.called']);
  expect(called(facts)).toEqual(['bea']);
});

it('tells a gap beside somebody who was called', () => {
  const { facts } = fireAt(begin(policy(0, ['ana', 'nobody'])), 0);
  expect(facts).toMatchObject([{ kind: 'page.called', data: { vacant: [{ id: 'nobody' }] } }]);
});

it('ends in unanswered when every step is empty, without waiting', () => {
  const { facts, page } = fireAt(begin(policy(2, ['nobody'])), 0);
  expect(facts.map(({ kind }) => kind)).toEqual(['page.skipped', 'page.skipped', 'page.skipped', 'page.unanswered']);
  expect(page).toMatchObject({ state: 'unanswered', nextAt: null });
});

it('calls nobody after an acknowledgement', () => {
  const first = fireAt(begin(policy(3, ['ana'], ['bea'])), 0).page;
  expect(fireAt(acknowledge(first, 'ana', 2), 60).facts).toEqual([]);
});

it('moves on at once when everybody of the step cannot, and does not call them again', () => {
  const first = fireAt(begin(policy(1, ['both'], ['ana'])), 0).page;
  const one = decline(first, 'ana', 1);
  expect(one.nextAt).toBe(plus(start, 5 * MINUTE));
  const all = decline(one, 'bea', 2);
  expect(all.nextAt).toBe(plus(start, 2 * MINUTE));
  expect(fireAt(all, 2).facts.map(({ kind }) => kind)).toEqual([
    'page.skipped',
    'page.skipped',
    'page.skipped',
    'page.unanswered',
  ]);
});

it('begins anew when nothing is heard of who acknowledged, and not once they did something', () => {
  const first = fireAt(begin(policy(0, ['ana'], ['bea']), 15), 0).page;
  const acknowledged = acknowledge(first, 'ana', 1);
  expect(fireAt(acknowledged, 15).facts).toEqual([]);
  expect(fireAt(acknowledged, 16).facts.map(({ kind }) => kind)).toEqual(['page.silent', 'page.called']);
  expect(heard(acknowledged, 'bea').silentAt).not.toBeNull();
  expect(fireAt(heard(acknowledged, 'ana'), 16).facts).toEqual([]);
});

it('asks a vendor beside people, and waits for a step of vendors alone although nobody here is called', () => {
  const stripe: Target = { kind: 'vendor', id: 'stripe', name: 'Stripe' };
  people.stripe = [{ id: 'stripe', name: 'Stripe' }];
  const with_ = policy(0, ['ana'], [], ['bea']);
  const steps = with_.steps.map((step, at) => (at < 2 ? { ...step, targets: [...step.targets, stripe] } : step));
  const told = rehearse({ ...with_, steps }, start, () => resolve).map(({ minutes, outcome, people: who, vendors }) => [
    minutes,
    outcome,
    [...who, ...vendors].map(({ id }) => id).join(),
  ]);
  expect(told).toEqual([
    [0, 'called', 'ana,stripe'],
    [5, 'called', 'stripe'],
    [10, 'called', 'bea'],
    [15, 'unanswered', ''],
  ]);
  const { page } = fireAt(begin({ ...with_, steps }), 0);
  expect(page.called.map(({ person }) => person.id)).toEqual(['ana']);
});

it('passes over a vendor that cannot be written to', () => {
  const gone: Target = { kind: 'vendor', id: 'nobody', name: 'Gone' };
  const { facts } = fireAt(begin({ ...policy(0), steps: [{ targets: [gone], waitMinutes: 5 }] }), 0);
  expect(facts).toMatchObject([{ kind: 'page.skipped', data: { vacant: [gone] } }, { kind: 'page.unanswered' }]);
});

const policies = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.array(fc.array(fc.constantFrom('ana', 'bea', 'both', 'nobody'), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([repeats, steps]) => policy(repeats, ...steps));
const moves = fc.array(
  fc.record({
    minutes: fc.integer({ min: 0, max: 7 }),
    move: fc.constantFrom('wait', 'wait', 'wait', 'acknowledge', 'decline'),
  }),
  { maxLength: 40 },
);

it('calls every step once a round, in order, and nobody who answered', () => {
  fc.assert(
    fc.property(policies, moves, (with_, list) => {
      let page = begin(with_);
      let minute = 0;
      let answered = false;
      const reached: string[] = [];
      for (const { minutes, move } of list) {
        minute += minutes;
        const declined = page.called.filter(({ answer }) => answer === 'declined').map(({ person }) => person.id);
        const fired = fireAt(page, minute);
        if (answered) expect(fired.facts).toEqual([]);
        for (const { kind, data } of fired.facts) {
          if (kind === 'page.called' || kind === 'page.skipped') reached.push(`${data.round}.${data.step}`);
        }
        expect(called(fired.facts).filter((id) => declined.includes(id))).toEqual([]);
        page = fired.page;
        const someone = page.called.at(-1)?.person.id;
        if (page.state !== 'calling' || !someone) continue;
        if (move === 'acknowledge') page = acknowledge(page, someone, minute);
        if (move === 'decline') page = decline(page, someone, minute);
        answered ||= move === 'acknowledge';
      }
      const inOrder = Array.from({ length: with_.repeats + 1 }, (_, round) =>
        with_.steps.map((_step, step) => `${round}.${step}`),
      ).flat();
      expect(reached).toEqual(inOrder.slice(0, reached.length));
    }),
    { numRuns: 300 },
  );
});
