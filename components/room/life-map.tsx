'use client';

import { useRoom } from '@/components/live/room-provider';
import { cx } from '@/components/ui/cx';
import { Elapsed } from '@/components/ui/elapsed';
import { lifeOf, lifeStages } from '@/lib/core/incident/owed';
import { msOf } from '@/lib/core/instant';
import { useAsk } from './ask';
import { whyNot } from './why-not';

/** Where in its life the incident is, and the next honest step. The stage that holds opens the choice of phase. */
export function LifeMap() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  const { ever } = whyNot(room);
  const { stage, next } = lifeOf(incident);
  const at = lifeStages.indexOf(stage);
  return (
    <div className="flex min-w-0 flex-1 items-center gap-x-5 gap-y-1 max-md:flex-col max-md:items-start">
      <ol aria-label="Life of the incident" className="flex shrink-0 items-center text-xs max-md:w-full">
        {lifeStages.map((each, index) => (
          <li key={each} aria-current={index === at ? 'step' : undefined} className="flex items-center">
            {index > 0 && (
              <span
                aria-hidden="true"
                className={cx('mx-1.5 h-px w-3 max-md:hidden md:w-4', index <= at ? 'bg-accent' : 'bg-edge/60')}
              />
            )}
            {index === at ? (
              <>
                <button
                  type="button"
                  onClick={ever ? undefined : () => ask({ kind: 'phase' })}
                  aria-disabled={ever ? true : undefined}
                  data-tip={ever ?? 'Change the phase'}
                  data-tip-keys="p"
                  className="inline-flex min-h-6 items-center gap-1.5 rounded-sm font-semibold text-accent hover:underline max-md:mr-3 max-md:min-h-11"
                >
                  <span className="size-2 rounded-full bg-accent" aria-hidden="true" />
                  {each}
                  {!incident.phase.startsWith(each.slice(0, 6)) && (
                    <span className="font-normal text-ink">{incident.phase}</span>
                  )}
                </button>
                <span className="ml-1.5 text-muted max-md:-ml-1.5 max-md:mr-3">
                  <span className="sr-only">for </span>
                  <Elapsed since={msOf(incident.phaseSince)} />
                </span>
              </>
            ) : (
              <span className={index < at ? 'text-ink' : 'text-muted'}>
                <span className="max-md:sr-only">{each}</span>
                <span
                  aria-hidden="true"
                  className={cx('mr-2 block size-2 rounded-full md:hidden', index < at ? 'bg-accent' : 'bg-edge/60')}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="min-w-0 truncate text-xs text-muted max-md:whitespace-normal">
        <span className="sr-only">Next step: </span>
        {next}
      </p>
    </div>
  );
}
