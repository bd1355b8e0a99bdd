import Link from 'next/link';
import { QuarterDial } from '@/components/ui/quarter-dial';
import { Time } from '@/components/ui/time';
import { type Ended } from './use-board';

type CalmProps = {
  /** The incident that ended last, if there was one. */
  last: Ended | null;
  /** Whether the reader may declare. */
  mayDeclare: boolean;
};

/** Nothing is open: one calm sentence, and what was last. */
export function Calm({ last, mayDeclare }: CalmProps) {
  return (
    <div className="flex max-w-[46rem] items-start gap-6 pt-[7vh] max-md:gap-4 max-md:pt-6">
      <QuarterDial dueAt={null} cadenceMs={0} now={0} size={64} className="mt-1 shrink-0 max-md:size-11" />
      <div className="min-w-0">
        <p className="text-xl font-semibold tracking-[-0.02em] text-balance">All quiet. Nothing is open.</p>
        {last ? (
          <div className="measure mt-3 text-base text-muted">
            <p>
              The last one was{' '}
              <Link
                href={`/incidents/${last.number}`}
                className="rounded-sm text-ink underline decoration-edge underline-offset-3 hover:decoration-accent"
              >
                INC-{last.number} {last.title}
              </Link>
              , over since <Time at={last.endedAt} />.
            </p>
            {last.status && <p className="mt-2 border-l-2 border-line pl-3">{last.status}</p>}
          </div>
        ) : (
          <p className="measure mt-3 text-base text-muted">
            {mayDeclare
              ? 'When something breaks, declare it here: a room opens, a clock starts, and everyone sees the same truth.'
              : 'When something breaks, it shows here by itself: open it, and you read what everyone in the room reads.'}
          </p>
        )}
      </div>
    </div>
  );
}
