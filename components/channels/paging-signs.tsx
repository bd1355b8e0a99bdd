import { Check, TriangleAlert } from 'lucide-react';
import { type PagingOut, silenceWords } from '@/lib/core/notification/silence';
import { Time } from '../ui/time';

type Signs = {
  everyMinutes: number;
  last: { at: string; ms: number } | null;
  error: string | null;
  out: PagingOut | null;
};

/** Whether paging as a whole works: the last page that Quarterdeck sent to itself and got back. */
export function PagingSigns({ signs: { everyMinutes, last, error, out } }: { signs: Signs }) {
  return (
    <div className="flex items-start gap-2 border-b border-line py-2">
      {out ? (
        <TriangleAlert className="mt-0.5 size-4 shrink-0 text-overdue" aria-hidden="true" />
      ) : (
        <Check className="mt-0.5 size-4 shrink-0 text-done" aria-hidden="true" />
      )}
      <p className="measure">
        {out && (
          <>
            <span className="font-medium">Paging is out</span> since <Time at={out.since} />.{' '}
            {silenceWords[out.silence]}{' '}
          </>
        )}
        {everyMinutes === 0
          ? 'No synthetic pages are sent: SYNTHETIC_PAGE_MINUTES is 0.'
          : `A synthetic page goes the whole way of a page every ${everyMinutes === 1 ? 'minute' : `${everyMinutes} minutes`}, out of Quarterdeck and back. `}
        {everyMinutes > 0 &&
          (last ? (
            <>
              The last came back <Time at={last.at} />, {tookOf(last.ms)} after it was due.
            </>
          ) : (
            'None has come back yet.'
          ))}
        {everyMinutes > 0 && error && ` The latest was not taken: ${error}`}
      </p>
    </div>
  );
}

function tookOf(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  return ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : `${Math.round(ms / 60_000)} min`;
}
