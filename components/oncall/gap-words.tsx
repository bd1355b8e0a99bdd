import { Check, TriangleAlert } from 'lucide-react';
import { formatDuration } from '@/components/ui/duration';
import { Time } from '@/components/ui/time';
import { between } from '@/lib/core/instant';
import type { Outlook } from '@/lib/core/oncall/outlook';

/** Where nobody is on call within four weeks, in words. */
export function GapWords({ outlook: { now, gaps } }: { outlook: Pick<Outlook, 'now' | 'gaps'> }) {
  const [first] = gaps;
  if (!first) {
    return (
      <span className="inline-flex items-center gap-1.5 text-done">
        <Check className="size-4 shrink-0" aria-hidden="true" />
        covered for four weeks
      </span>
    );
  }
  const whole = gaps.reduce((sum, { from, to }) => sum + between(from, to), 0);
  return (
    <span className="inline-flex items-start gap-1.5 text-critical">
      <TriangleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>
        {now ? (
          <>
            Nobody for {formatDuration(whole)} within four weeks, first{' '}
            <Time at={first.from} form="clock" focusable={false} />
          </>
        ) : (
          `Nobody now; ${formatDuration(whole)} in all within four weeks`
        )}
      </span>
    </span>
  );
}
