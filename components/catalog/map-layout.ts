/** A service and what it directly needs, by id. */
export interface MapNode {
  id: string;
  needs: readonly string[];
}

export interface Placed {
  id: string;
  x: number;
  y: number;
}

export interface ServiceMap {
  nodes: Placed[];
  /** From the one that needs to the one it needs; `points` run through the gaps between other services. */
  edges: { from: string; to: string; points: { x: number; y: number }[] }[];
  /** Services that nothing connects. */
  alone: string[];
  width: number;
  height: number;
}

export const nodeWidth = 192;
export const nodeHeight = 40;
const columnGap = 72;
const rowGap = 16;
const laneHeight = 10;
const sweeps = 12;

/** A place in a column: a service, or a lane by which a long edge passes. */
interface Slot {
  key: string;
  lane: boolean;
  left: Slot[];
  right: Slot[];
  y: number;
}

/**
 * Draws services in columns, whatever nothing else needs at the left, so that every arrow points right. Expects no circle; an edge to
 * an unknown service is left out. Rows are ordered so that few edges cross.
 */
export function layOut(services: readonly MapNode[]): ServiceMap {
  const known = new Map(services.map((service) => [service.id, service]));
  const needed = new Set(services.flatMap(({ needs }) => needs.filter((id) => known.has(id))));
  const tied = services.filter(({ id, needs }) => needed.has(id) || needs.some((one) => known.has(one)));
  const columnOf = columnsOf(tied, known);
  const columns: Slot[][] = [];
  const slots = new Map<string, Slot>();
  const put = (key: string, column: number, lane: boolean): Slot => {
    const slot: Slot = { key, lane, left: [], right: [], y: 0 };
    (columns[column] ??= []).push(slot);
    slots.set(key, slot);
    return slot;
  };
  for (const { id } of tied) put(id, columnOf.get(id) ?? 0, false);
  const routes: { from: string; to: string; through: Slot[] }[] = [];
  for (const { id, needs } of tied) {
    for (const to of needs) {
      const [start, end] = [slots.get(id), slots.get(to)];
      if (!start || !end) continue;
      const through = [start];
      for (let column = (columnOf.get(id) ?? 0) + 1; column < (columnOf.get(to) ?? 0); column += 1)
        through.push(put(`${id}→${to}@${column}`, column, true));
      through.push(end);
      for (const [at, slot] of through.slice(0, -1).entries()) {
        const next = through[at + 1];
        if (!next) continue;
        slot.right.push(next);
        next.left.push(slot);
      }
      routes.push({ from: id, to, through });
    }
  }
  order(columns);
  const height = stack(columns);
  const x = (column: number) => column * (nodeWidth + columnGap);
  return {
    nodes: tied.map(({ id }) => ({ id, x: x(columnOf.get(id) ?? 0), y: slots.get(id)?.y ?? 0 })),
    edges: routes.map(({ from, to, through }) => ({
      from,
      to,
      points: through.flatMap((slot, at) => pointsOf(slot, x((columnOf.get(from) ?? 0) + at), at, through.length)),
    })),
    alone: services.filter((service) => !tied.includes(service)).map(({ id }) => id),
    width: Math.max(0, columns.length * (nodeWidth + columnGap) - columnGap),
    height,
  };
}

function columnsOf(tied: readonly MapNode[], known: ReadonlyMap<string, MapNode>): Map<string, number> {
  const columnOf = new Map(tied.map(({ id }) => [id, 0]));
  // Each round settles at least one more column, so this ends even if a circle slipped in.
  for (let round = 0; round < tied.length; round += 1) {
    let moved = false;
    for (const { id, needs } of tied) {
      for (const to of needs) {
        if (!known.has(to) || (columnOf.get(to) ?? 0) > (columnOf.get(id) ?? 0)) continue;
        columnOf.set(to, (columnOf.get(id) ?? 0) + 1);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return columnOf;
}

function order(columns: Slot[][]): void {
  const sortBy = (column: Slot[], side: 'left' | 'right') => {
    const middle = new Map(
      column.map((slot, at) => {
        const places = slot[side].map(({ y }) => y);
        return [slot, places.length ? places.reduce((sum, y) => sum + y, 0) / places.length : at];
      }),
    );
    column.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
    for (const [at, slot] of column.entries()) slot.y = at - (column.length - 1) / 2;
  };
  for (const column of columns) for (const [at, slot] of column.entries()) slot.y = at - (column.length - 1) / 2;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    if (sweep % 2 === 0) for (const column of columns.slice(1)) sortBy(column, 'left');
    else for (const column of columns.slice(0, -1).reverse()) sortBy(column, 'right');
  }
}

/** Gives every slot its top, each column centred; answers with the height of the tallest. */
function stack(columns: Slot[][]): number {
  const heightOf = (slot: Slot) => (slot.lane ? laneHeight : nodeHeight);
  const total = (column: Slot[]) => column.reduce((sum, slot) => sum + heightOf(slot) + rowGap, -rowGap);
  const height = Math.max(0, ...columns.map(total));
  for (const column of columns) {
    let y = (height - total(column)) / 2;
    for (const slot of column) {
      slot.y = y;
      y += heightOf(slot) + rowGap;
    }
  }
  return height;
}

function pointsOf(slot: Slot, x: number, at: number, length: number): { x: number; y: number }[] {
  const y = slot.y + (slot.lane ? laneHeight : nodeHeight) / 2;
  if (at === 0) return [{ x: x + nodeWidth, y }];
  if (at === length - 1) return [{ x, y }];
  return [
    { x, y },
    { x: x + nodeWidth, y },
  ];
}

/** A smooth line through the points, level where it meets them. */
export function pathOf(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  let path = `M${first.x} ${first.y}`;
  for (const next of rest) {
    const middle = (at.x + next.x) / 2;
    path += at.y === next.y ? `H${next.x}` : `C${middle} ${at.y} ${middle} ${next.y} ${next.x} ${next.y}`;
    at = next;
  }
  return path;
}

/** Everything that `id` stands on, and everything that stands on it, however far; itself included. */
export function kinOf(services: readonly MapNode[], id: string): Set<string> {
  const follow = (next: (from: string) => string[]) => {
    const found = new Set([id]);
    for (const from of found) for (const one of next(from)) found.add(one);
    return found;
  };
  const down = follow((from) => [...(services.find((service) => service.id === from)?.needs ?? [])]);
  const up = follow((from) => services.filter(({ needs }) => needs.includes(from)).map((service) => service.id));
  return new Set([...down, ...up]);
}
