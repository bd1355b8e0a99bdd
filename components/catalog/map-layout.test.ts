import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinOf, layOut, type MapNode, nodeHeight, nodeWidth, pathOf } from './map-layout';

const shop: MapNode[] = [
  { id: 'shop', needs: ['payments', 'search', 'database'] },
  { id: 'payments', needs: ['ledger'] },
  { id: 'search', needs: [] },
  { id: 'ledger', needs: ['database'] },
  { id: 'database', needs: [] },
  { id: 'fax', needs: ['gone'] },
];

describe('layOut', () => {
  it('points every arrow right, and sets apart what nothing connects', () => {
    const map = layOut(shop);
    const xOf = new Map(map.nodes.map(({ id, x }) => [id, x]));
    for (const { from, to } of map.edges) expect(xOf.get(from)).toBeLessThan(xOf.get(to) ?? 0);
    expect(map.alone).toEqual(['fax']);
    expect(map.edges).toHaveLength(5);
  });

  it('never lays one service over another, whatever the graph', () => {
    const graph = fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { maxLength: 12 }).map((rows) =>
      rows.map((row, at): MapNode => ({
        id: String(at),
        needs: [...new Set(row.filter((to) => to > at && to < rows.length).map(String))],
      })),
    );
    fc.assert(
      fc.property(graph, (services) => {
        const map = layOut(services);
        for (const [at, a] of map.nodes.entries()) {
          expect(a.x >= 0 && a.x + nodeWidth <= map.width && a.y >= 0 && a.y + nodeHeight <= map.height + 0.01).toBe(
            true,
          );
          for (const b of map.nodes.slice(at + 1)) expect(a.x !== b.x || Math.abs(a.y - b.y) >= nodeHeight).toBe(true);
        }
        expect(map.nodes.length + map.alone.length).toBe(services.length);
      }),
    );
  });
});

it('draws a line through its points', () => {
  expect(
    pathOf([
      { x: 0, y: 5 },
      { x: 10, y: 5 },
      { x: 20, y: 9 },
    ]),
  ).toBe('M0 5H10C15 5 15 9 20 9');
});

it('finds what a service stands on and what stands on it', () => {
  expect([...kinOf(shop, 'ledger')].sort()).toEqual(['database', 'ledger', 'payments', 'shop']);
});
