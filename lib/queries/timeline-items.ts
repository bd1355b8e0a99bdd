import { type FactOf } from '@/lib/core/facts';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { database } from '@/lib/store/database';
import { type FactRow, factOf } from '@/lib/store/fact-row';
import { type FactPlaceRow } from './timeline-rows';

/** Rows as items, with the corrections of the notes among them: one short query, and none without notes. */
export async function itemsOf(number: number, rows: FactPlaceRow[]): Promise<TimelineItem[]> {
  const notes = rows.filter(({ kind }) => kind === 'note.added').map(({ seq }) => seq);
  const corrections = new Map<number, FactOf<'note.corrected'>[]>();
  if (notes.length > 0) {
    const found = await database.$queryRaw<FactRow[]>`
      select stream, seq, kind, data, actor_kind, actor_id, actor_name, at, recorded_at from fact
      where incident_number = ${number} and corrects = any(${notes}::int[]) order by seq`;
    for (const row of found) {
      const fact = factOf(row) as FactOf<'note.corrected'>;
      corrections.set(fact.data.seq, [...(corrections.get(fact.data.seq) ?? []), fact]);
    }
  }
  return rows.map((row) => ({
    fact: factOf(row) as TimelineItem['fact'],
    place: row.place.toISOString(),
    pinned: row.pinned,
    corrections: corrections.get(row.seq) ?? [],
  }));
}
