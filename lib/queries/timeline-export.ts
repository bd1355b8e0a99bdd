import { type Actor } from '@/lib/core/access/actor';
import { incidentStream } from '@/lib/core/facts';
import { type IncidentSummary, summaryOf } from '@/lib/core/incident/summary';
import { type Incident } from '@/lib/core/incident/incident';
import { type Instant } from '@/lib/core/instant';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { database } from '@/lib/store/database';
import { readClock } from '@/lib/store/clock';
import { itemsOf } from './timeline-items';
import { type FactPlaceRow, columns } from './timeline-rows';
import { visibleTo } from './visible';

/** Facts read at a time, so that an export of any length needs the memory of one batch. */
const batch = 500;

export interface TimelineExport {
  incident: IncidentSummary & { summary: string | null };
  /** The moment up to which it is complete. */
  at: Instant;
  items: AsyncGenerator<TimelineItem[]>;
}

/** Every fact of an incident in the order of its timeline, as it stood when asked for; null when the actor does not see it. */
export async function readTimelineExport(actor: Actor, number: number): Promise<TimelineExport | null> {
  const [row] = await database.$queryRaw<{ state: Incident }[]>`
    select state from incident where number = ${number} and ${visibleTo(actor)}`;
  if (!row) return null;
  const { state } = row;
  // The order is settled once, as bare numbers: a correction made meanwhile can neither repeat a fact nor lose one.
  const [order] = await database.$queryRaw<{ seqs: number[] | null }[]>`
    select array_agg(seq order by place, seq) as seqs from fact where incident_number = ${number} and seq <= ${state.seq}`;
  const at = await readClock();
  return {
    incident: { ...summaryOf(state), summary: state.summary },
    at,
    items: batches(number, Int32Array.from(order?.seqs ?? [])),
  };
}

async function* batches(number: number, order: Int32Array): AsyncGenerator<TimelineItem[]> {
  for (let start = 0; start < order.length; start += batch) {
    const seqs = [...order.subarray(start, start + batch)];
    const rows = await database.$queryRaw<FactPlaceRow[]>`
      select ${columns} from fact where stream = ${incidentStream(number)} and seq = any(${seqs}::int[])`;
    const bySeq = new Map(rows.map((row) => [row.seq, row]));
    yield await itemsOf(
      number,
      seqs.flatMap((seq) => bySeq.get(seq) ?? []),
    );
  }
}
