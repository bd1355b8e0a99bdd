'use client';

import { Avatar } from '@/components/ui/avatar';
import { Dialog } from '@/components/ui/dialog';
import { SkeletonText } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { type Told } from './told';
import { useTold } from './told-provider';
import { WayState } from './way-list';

type ToldDialogProps = { seq: number; words: string; open: boolean; onOpenChange: (open: boolean) => void };

/** The ledger of one fact: who was told, how, when, in how many seconds. */
export function ToldDialog({ seq, words, open, onOpenChange }: ToldDialogProps) {
  const told = useTold({ fact: seq }, String(seq));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Who was told" description={words} size="lg">
      {told === null && <SkeletonText lines={3} />}
      {told?.length === 0 && <p className="text-muted">Nobody was told of this outside the room.</p>}
      <ul aria-label="Told">
        {told?.map((each) => (
          <PersonRow key={`${each.kind} ${each.person.id}`} told={each} />
        ))}
      </ul>
    </Dialog>
  );
}

function PersonRow({ told: { person, at, by } }: { told: Told }) {
  return (
    <li aria-label={person.name} className="flex items-start gap-2.5 border-b border-line py-2 last:border-b-0">
      <Avatar id={person.id} name={person.name} size={20} silent />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{person.name}</span>
          <span className="text-xs text-muted">
            <Time at={at} />
          </span>
        </p>
        <ul className="text-xs">
          {by.map((way) => (
            <li key={way.id ?? way.channel} className="flex flex-wrap gap-x-2 text-muted">
              <WayState way={way} from={at} />
              {way.shown && <span>{way.shown}</span>}
              {way.error && <span className="wrap-anywhere text-high">{way.error}</span>}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
