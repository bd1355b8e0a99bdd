'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { Countdown } from '@/components/ui/live-dial';
import { useNow } from '@/components/ui/server-clock';
import { type Told, type Way, wayName, wayWords } from './told';

/** By which ways one person is told, and what became of each; the app among them only where it was seen. */
export function WayList({ told }: { told: Told }) {
  const ways = told.by.filter(({ channel, seenAt }) => channel !== 'app' || seenAt !== null);
  if (ways.length === 0) return 'in the app alone';
  return (
    <ul aria-label={`How ${told.person.name} is told`} className="flex flex-wrap gap-x-3">
      {ways.map((way) => (
        <li key={way.id ?? way.channel} data-tip={way.error ?? undefined} className="inline-flex items-center gap-1">
          <WayState way={way} from={told.at} />
        </li>
      ))}
    </ul>
  );
}

/** One way and what became of it: "SMS in 0:40", "E-mail sent after 0.8 s". */
export function WayState({ way, from }: { way: Way; from: string }) {
  const { words, bad, waits } = wayWords(way, from);
  const now = useNow();
  const dueAt = Date.parse(way.dueAt);
  const arrived = way.seenAt !== null || way.deliveredAt !== null;
  return (
    <span className={cx('inline-flex items-center gap-1', bad && 'text-high')}>
      {arrived && <Check className="size-3 text-done" aria-hidden="true" />}
      {bad && <TriangleAlert className="size-3" aria-hidden="true" />}
      <span>
        {wayName(way.channel)} {words}
        {waits &&
          (dueAt > now ? (
            <>
              {' '}
              in <Countdown dueAt={dueAt} word={false} />
            </>
          ) : (
            ' any moment'
          ))}
      </span>
    </span>
  );
}
