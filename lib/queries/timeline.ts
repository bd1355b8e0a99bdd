import { type Actor } from '@/lib/core/access/actor';
import { incidentStream } from '@/lib/core/facts';
import { type TimelineFilter } from '@/lib/core/timeline/filter';
import {
  type TimelineCursor,
  type TimelineItem,
  type TimelinePage,
  type TimelinePlace,
} from '@/lib/core/timeline/page';
import { database } from '@/lib/store/database';
import { readGuarded } from './guarded';
import { countHidden } from './timeline-hidden';
import { itemsOf } from './timeline-items';
import { type FactPlaceRow, columns, rowsAfter, rowsBefore } from './timeline-rows';

export type { TimelineFilter, TimelineItem, TimelinePage, TimelinePlace };

/** Facts on the page that opens a timeline, and on those fetched by scrolling on, which should be seldom. */
const firstSize = 60;
const nextSize = 200;
const half = firstSize / 2;

const noPage: TimelinePage = { items: [], before: null, after: null, hidden: 0, seq: 0, target: null };

/** As `findTimeline`; an incident that the actor does not see has nothing on its timeline. */
export async function readTimeline(
  actor: Actor,
  number: number,
  filter: TimelineFilter,
  place: TimelinePlace,
): Promise<TimelinePage> {
  return (await findTimeline(actor, number, filter, place)) ?? noPage;
}

/** One page of an incident's timeline, in at most four short queries however long it is; null when the actor does not see it. */
export async function findTimeline(
  actor: Actor,
  number: number,
  filter: TimelineFilter,
  place: TimelinePlace,
): Promise<TimelinePage | null> {
  const incident = await readGuarded(actor, number);
  if (!incident) return null;
  const opening = place === 'newest' || 'at' in place || 'fact' in place;
  const [page, hidden] = await Promise.all([
    readWindow(number, filter, place),
    opening ? countHidden(incident, filter) : null,
  ]);
  return { ...page, items: await itemsOf(number, page.rows), hidden, seq: incident.seq };
}

/** The items with these numbers, in the order of the timeline; those that do not exist or are not seen are missing. */
export async function findItems(actor: Actor, number: number, seqs: number[]): Promise<TimelineItem[] | null> {
  if (!(await readGuarded(actor, number))) return null;
  const rows = await database.$queryRaw<FactPlaceRow[]>`
    select ${columns} from fact
    where stream = ${incidentStream(number)} and seq = any(${seqs}::int[]) order by place, seq`;
  return itemsOf(number, rows);
}

type Window = Pick<TimelinePage, 'before' | 'after' | 'target'> & { rows: FactPlaceRow[] };

async function readWindow(number: number, filter: TimelineFilter, place: TimelinePlace): Promise<Window> {
  if (place === 'newest') return older(number, filter, null, firstSize);
  if ('before' in place) return older(number, filter, place.before, nextSize);
  if ('after' in place) {
    const rows = await rowsAfter(number, filter, place.after, nextSize + 1);
    const kept = rows.slice(0, nextSize);
    return { rows: kept, before: cursorOf(kept[0]), after: more(rows, nextSize, kept.at(-1)), target: null };
  }
  const middle = 'at' in place ? { place: place.at, seq: 0 } : await placeOf(number, place.fact);
  if (!middle) return older(number, filter, null, firstSize);
  // The moment itself belongs to what follows it; a page opened there shows some of what came before, too.
  const from = 'at' in place ? middle : { ...middle, seq: middle.seq - 1 };
  const [earlier, newer] = await Promise.all([
    rowsBefore(number, filter, { place: from.place, seq: from.seq + 1 }, half + 1),
    rowsAfter(number, filter, from, half + 1),
  ]);
  const below = earlier.slice(0, half).reverse();
  const above = newer.slice(0, half);
  const target = 'fact' in place ? place.fact : ((above[0] ?? below.at(-1))?.seq ?? null);
  return {
    rows: [...below, ...above],
    before: more(earlier, half, below[0]),
    after: more(newer, half, above.at(-1)),
    target,
  };
}

async function older(
  number: number,
  filter: TimelineFilter,
  cursor: TimelineCursor | null,
  size: number,
): Promise<Window> {
  const rows = await rowsBefore(number, filter, cursor, size + 1);
  const kept = rows.slice(0, size).reverse();
  return { rows: kept, before: more(rows, size, kept[0]), after: cursor && cursorOf(kept.at(-1)), target: null };
}

/** One row more than asked for was read, to know whether there are any. */
function more(rows: FactPlaceRow[], asked: number, edge: FactPlaceRow | undefined): TimelineCursor | null {
  return rows.length > asked ? cursorOf(edge) : null;
}

function cursorOf(row: FactPlaceRow | undefined): TimelineCursor | null {
  return row ? { place: row.place.toISOString(), seq: row.seq } : null;
}

async function placeOf(number: number, seq: number): Promise<TimelineCursor | null> {
  const [row] = await database.$queryRaw<{ place: Date }[]>`
    select place from fact where stream = ${incidentStream(number)} and seq = ${seq}`;
  return row ? { place: row.place.toISOString(), seq } : null;
}
