import { Clock } from 'lucide-react';
import { Time } from '@/components/ui/time';
import { type ClockChange, clockChangeSentence } from '@/lib/core/oncall/clock-changes';

/** The clock changes of the days in sight: how long the shift over each is, and what becomes of a handoff in that hour. */
export function ClockChangeRows({ changes }: { changes: readonly ClockChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul aria-label="Clock changes" className="mt-2">
      {changes.map((change) => (
        <li key={`${change.zone} ${change.at}`} className="measure flex items-start gap-2 py-1 text-muted">
          <Clock className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          <span>
            <Time at={change.at} form="clock" focusable={false} />: {clockChangeSentence(change)}
          </span>
        </li>
      ))}
    </ul>
  );
}
