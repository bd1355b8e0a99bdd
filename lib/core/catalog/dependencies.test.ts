import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleOf, circleSentence, type Dependencies } from './dependencies';

const graph = (edges: Record<string, string[]>): Dependencies => new Map(Object.entries(edges));

describe('circleOf', () => {
  const chain = graph({ shop: ['payments'], payments: ['ledger'], ledger: ['database'], search: ['database'] });

  it.each([
    { why: 'a leaf', service: 'new', wanted: ['database'], circle: null },
    { why: 'a shared need', service: 'shop', wanted: ['payments', 'search'], circle: null },
    { why: 'itself', service: 'shop', wanted: ['shop'], circle: ['shop', 'shop'] },
    { why: 'two', service: 'payments', wanted: ['shop'], circle: ['payments', 'shop', 'payments'] },
    {
      why: 'far round',
      service: 'database',
      wanted: ['shop'],
      circle: ['database', 'shop', 'payments', 'ledger', 'database'],
    },
    {
      why: 'the shortest of two',
      service: 'database',
      wanted: ['shop', 'search'],
      circle: ['database', 'search', 'database'],
    },
    { why: 'what it needed before is dropped', service: 'shop', wanted: [], circle: null },
  ])('$why', ({ service, wanted, circle }) => {
    expect(circleOf(chain, service, wanted)).toEqual(circle);
  });

  it('lets a graph grow by accepted edges for ever without a circle, and every circle it names is real', () => {
    const id = fc.integer({ min: 0, max: 7 }).map(String);
    const edit = fc.record({ service: id, wanted: fc.uniqueArray(id, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const edges = new Map<string, string[]>();
        for (const { service, wanted } of edits) {
          const circle = circleOf(edges, service, wanted);
          const proposed = new Map(edges).set(service, wanted);
          if (circle === null) edges.set(service, wanted);
          else
            for (const [at, one] of circle.slice(0, -1).entries()) expect(proposed.get(one)).toContain(circle[at + 1]);
          expect(isAcyclic(edges)).toBe(true);
          if (circle !== null) expect(isAcyclic(proposed)).toBe(false);
        }
      }),
    );
  });
});

/** Takes away what needs nothing, again and again; a circle is what stays. */
function isAcyclic(edges: ReadonlyMap<string, readonly string[]>): boolean {
  const left = new Map([...edges].map(([id, needs]) => [id, new Set(needs)]));
  for (;;) {
    const free = [...left].filter(([, needs]) => [...needs].every((need) => !left.has(need)));
    if (free.length === 0) return left.size === 0;
    for (const [id] of free) left.delete(id);
  }
}

it('explains a circle by its path', () => {
  expect(circleSentence(['Database', 'Shop', 'Database'])).toBe(
    'That closes a circle: Database → Shop → Database. Remove one of these first.',
  );
  expect(circleSentence(['Shop', 'Shop'])).toBe('Shop cannot depend on itself.');
});
