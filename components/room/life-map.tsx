'use client';

import { useRoom } from '@/components/live/room-context';
import { cx } from '@/components/ui/cx';
import { Elapsed } from '@/components/ui/elapsed';
import { Time } from '@/components/ui/time';
import { type Life, lifeOf, phaseWords } from '@/lib/core/incident/life-map';
import { type Phase } from '@/lib/core/incident/phases';
import { msOf } from '@/lib/core/instant';
import { useAsk } from './ask';
import { whyNot } from './why-not';

/** Where in its life the incident is, and the next honest step. The stage that holds opens the choice of phase. */
export function LifeMap() {
  const { incident } = useRoom();
  const { stages, next, dueAt } = lifeOf(incident);
  const reached = stages.findIndex(({ is }) => is === 'now');
  return (
    <div className="flex min-w-0 flex-1 items-center gap-x-5 gap-y-1 max-md:flex-col max-md:items-start">
      <ol aria-label="Life of the incident" className="flex shrink-0 items-center text-xs max-md:w-full">
        {stages.map(({ stage, is }, index) => (
          <li key={stage} aria-current={is === 'now' ? 'step' : undefined} className="flex items-center">
            {index > 0 && (
              <span
                aria-hidden="true"
                className={cx('mx-1.5 h-px w-3 max-md:hidden md:w-4', index <= reached ? 'bg-accent' : 'bg-edge/60')}
              />
            )}
            {is === 'now' ? <Here stage={stage} /> : <Elsewhere stage={stage} is={is} />}
          </li>
        ))}
      </ol>
      <p className="min-w-0 truncate text-xs text-muted max-md:whitespace-normal">
        <span className="sr-only">Next step: </span>
        {next}
        {dueAt && (
          <>
            {' '}
            <Time at={dueAt} form="clock" />.
          </>
        )}
      </p>
    </div>
  );
}

function Here({ stage }: { stage: string }) {
  const room = useRoom();
  const { phase, phaseSince } = room.incident;
  const { ask } = useAsk();
  const { ever } = whyNot(room);
  return (
    <>
      <button
        type="button"
        onClick={ever ? undefined : () => ask({ kind: 'phase' })}
        aria-disabled={ever ? true : undefined}
        data-tip={ever ?? 'Change the phase'}
        data-tip-keys="p"
        className="inline-flex min-h-6 items-center gap-1.5 rounded-sm font-semibold text-accent hover:underline max-md:mr-2 max-md:min-h-11"
      >
        <span className="size-2 rounded-full bg-accent" aria-hidden="true" />
        {stage}
      </button>
      <span className="ml-1.5 text-ink max-md:-ml-0.5 max-md:mr-3">
        <Since phase={phase} since={msOf(phaseSince)} />
      </span>
    </>
  );
}

/** The phase as a sentence goes: "investigating for 3 min", "cause identified 3 min ago". */
function Since({ phase, since }: { phase: Phase; since: number }) {
  const { words, lasts } = phaseWords[phase];
  return (
    <>
      {words} {lasts && 'for '}
      <Elapsed since={since} />
      {!lasts && ' ago'}
    </>
  );
}

function Elsewhere({ stage, is }: Life['stages'][number]) {
  return (
    <span className={is === 'passed' ? 'text-ink' : 'text-muted'}>
      <span className="max-md:sr-only">
        {is === 'skipped' ? <s className="decoration-edge">{stage}</s> : stage}
        {is === 'skipped' && ' skipped'}
      </span>
      <span
        aria-hidden="true"
        className={cx(
          'mr-2 block size-2 rounded-full md:hidden',
          is === 'passed' ? 'bg-accent' : is === 'skipped' ? 'border border-edge' : 'bg-edge/60',
        )}
      />
    </span>
  );
}
