import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dependencies } from './dependencies';
import { impactOf, pathSentence } from './impact';

const graph = (edges: Record<string, string[]>): Dependencies => new Map(Object.entries(edges));

describe('impactOf', () => {
  const shop = graph({
    shop: ['checkout', 'search'],
    checkout: ['payments'],
    kiosk: ['payments'],
    payments: ['database'],
    search: [],
    database: [],
  });

  it.each([
    {
      affected: ['payments'],
      impact: [
        ['checkout', 'payments'],
        ['kiosk', 'payments'],
        ['shop', 'checkout', 'payments'],
      ],
    },
    {
      affected: ['search', 'payments'],
      impact: [
        ['shop', 'search'],
        ['checkout', 'payments'],
        ['kiosk', 'payments'],
      ],
    },
    { affected: ['shop'], impact: [] },
    { affected: ['unknown'], impact: [] },
    { affected: [], impact: [] },
  ])('of $affected', ({ affected, impact }) => {
    expect(impactOf(shop, affected).map(({ path }) => path)).toEqual(impact);
  });

  it('goes round a circle once', () => {
    expect(impactOf(graph({ a: ['b'], b: ['c'], c: ['a'] }), ['a']).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  const id = fc.integer({ min: 0, max: 9 }).map(String);
  const anyGraph = fc
    .array(fc.tuple(id, fc.uniqueArray(id, { maxLength: 4 })), { maxLength: 10 })
    .map((edges): Dependencies => new Map(edges));

  it('names exactly what reaches an affected service, once, each by a real path without a detour', () => {
    fc.assert(
      fc.property(anyGraph, fc.uniqueArray(id, { maxLength: 4 }), (dependencies, affected) => {
        const impact = impactOf(dependencies, affected);
        const reaching = [...dependencies.keys()].filter(
          (one) => !affected.includes(one) && steps(dependencies, one, affected),
        );
        expect(impact.map((one) => one.id).sort()).toEqual(reaching.sort());
        for (const { id: one, path } of impact) {
          expect(path[0]).toBe(one);
          expect(affected).toContain(path.at(-1));
          for (const [at, from] of path.slice(0, -1).entries()) expect(dependencies.get(from)).toContain(path[at + 1]);
          expect(path.length - 1).toBe(steps(dependencies, one, affected));
        }
      }),
    );
  });
});

/** How many steps lead from a service to any of `ends`, by trying ever longer walks; 0 when none does. */
function steps(dependencies: Dependencies, from: string, ends: readonly string[]): number {
  let at = new Set([from]);
  for (let count = 1; count <= 11; count += 1) {
    at = new Set([...at].flatMap((one) => dependencies.get(one) ?? []));
    if (ends.some((end) => at.has(end))) return count;
  }
  return 0;
}

it('says a path in a sentence', () => {
  expect(pathSentence(['Checkout', 'Payments'])).toBe('Checkout depends on Payments.');
  expect(pathSentence(['Shop', 'Checkout', 'Payments'])).toBe('Shop depends on Checkout, which depends on Payments.');
});
