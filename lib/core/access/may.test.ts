import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Actor, personRoles, system } from './actor';
import { mayAct, mayAdminister, maySee } from './may';

const person = (id: string, role: Actor['role']) => ({ kind: 'person' as const, id, role });
const token = (id: string, role: Actor['role']) => ({ kind: 'token' as const, id, role });
const open = { private: false, visibleTo: [] };
const hidden = { private: true, visibleTo: [{ id: 'bea' }] };

test.each([
  // who, sees what is open, sees what is private to Bea, acts, administers
  [person('ada', 'administrator'), true, true, true, true],
  [person('bea', 'responder'), true, true, true, false],
  [person('bea', 'observer'), true, true, false, false],
  [person('cy', 'responder'), true, false, true, false],
  [person('cy', 'observer'), true, false, false, false],
  [token('ci', 'administrator'), true, true, true, true],
  [token('ci', 'responder'), true, false, true, false],
  // A token whose id happens to be a named person's is still not that person.
  [token('bea', 'responder'), true, false, true, false],
  [token('ci', 'observer'), true, false, false, false],
  [system, true, true, true, true],
])('%o', (actor, seesOpen, seesHidden, acts, administers) => {
  expect([maySee(actor, open), maySee(actor, hidden), mayAct(actor), mayAdminister(actor)]).toEqual([
    seesOpen,
    seesHidden,
    acts,
    administers,
  ]);
});

const actors = fc.record({
  kind: fc.constantFrom('person' as const, 'token' as const),
  id: fc.constantFrom('ada', 'bea', 'cy'),
  role: fc.constantFrom(...personRoles),
});
const guarded = fc.record({
  private: fc.boolean(),
  visibleTo: fc.array(fc.record({ id: fc.constantFrom('ada', 'bea', 'cy') })),
});

describe('whoever and whatever', () => {
  it('shows a private incident to administrators and to people named on it, nobody else', () => {
    fc.assert(
      fc.property(actors, guarded, (actor, incident) => {
        const named = actor.kind === 'person' && incident.visibleTo.some(({ id }) => id === actor.id);
        expect(maySee(actor, incident)).toBe(!incident.private || actor.role === 'administrator' || named);
      }),
    );
  });

  it('lets nobody administer who may not act', () => {
    fc.assert(fc.property(actors, (actor) => !mayAdminister(actor) || mayAct(actor)));
  });
});
