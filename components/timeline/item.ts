import { type FactOf } from '@/lib/core/facts';
import { type TimelineItem } from '@/lib/core/timeline/page';

export type NoteItem = TimelineItem & { fact: FactOf<'note.added'> };

export function isNote(item: TimelineItem): item is NoteItem {
  return item.fact.kind === 'note.added';
}

/** A guess at a row's height in pixels until it is measured: the nearer, the steadier the scrollbar. */
export function guessedHeight(item: TimelineItem | undefined): number {
  if (!item) return 36;
  const { fact } = item;
  if (fact.kind === 'update.posted') return fact.data.noChange ? 60 : 130;
  if (fact.kind === 'note.added')
    return 54 + 20 * Math.floor(fact.data.text.length / 80) + (fact.data.attachment ? 40 : 0);
  if (fact.kind === 'decision.recorded') return 56;
  return 36;
}
