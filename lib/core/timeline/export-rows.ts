import { sentenceOf } from '../incident/sentence';
import { type TimelineItem, standingNote } from './page';

/** The columns of an exported timeline. Times are ISO 8601 in UTC. */
export const exportColumns = [
  'incident',
  'seq',
  'time_utc',
  'recorded_at_utc',
  'kind',
  'actor',
  'actor_kind',
  'actor_id',
  'sentence',
  'pinned',
  'corrected_to',
  'data',
] as const;

export function exportRow(number: number, item: TimelineItem): Record<(typeof exportColumns)[number], string> {
  const { fact, place, pinned, corrections } = item;
  return {
    incident: `INC-${number}`,
    seq: String(fact.seq),
    time_utc: place,
    recorded_at_utc: fact.recordedAt,
    kind: fact.kind,
    actor: fact.actor.name,
    actor_kind: fact.actor.kind,
    actor_id: fact.actor.id,
    sentence: sentenceOf(fact),
    pinned: pinned ? 'yes' : 'no',
    corrected_to: corrections.length > 0 && fact.kind === 'note.added' ? standingNote({ ...item, fact }).text : '',
    data: JSON.stringify(fact.data),
  };
}
