'use client';

import { Verb } from '@/components/keys/verb';
import { useRoom } from '@/components/live/room-context';
import { mayAct } from '@/lib/core/access/may';
import { sentenceOf } from '@/lib/core/incident/sentence';
import { type TimelineItem } from '@/lib/core/timeline/page';
import { isNote } from './item';
import { isMark, type RowActs } from './timeline-row';

const group = 'Timeline';
const longest = 60;

/** For the palette: what may be done with the row that was walked to last, else with the newest. */
export function FactVerbs({ item, pinned, acts }: { item: TimelineItem; pinned: boolean; acts: RowActs }) {
  const { me } = useRoom();
  const may = mayAct(me);
  const words = shortened(sentenceOf(item.fact));
  return (
    <>
      <Verb
        label={`${pinned ? 'Unpin' : 'Pin'}: ${words}`}
        group={group}
        when={may && !isMark(item.fact)}
        run={() => acts.pin(item)}
      />
      <Verb label={`Correct: ${words}`} group={group} when={may && isNote(item)} run={() => acts.correct(item)} />
      <Verb label={`Who was told: ${words}`} group={group} run={() => acts.told(item)} />
      <Verb label={`Copy a link to: ${words}`} group={group} run={() => acts.copyLink(item)} />
    </>
  );
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
