import { cx } from '@/components/ui/cx';
import type { CalendarDay } from '@/lib/core/oncall/calendar';
import type { Outlook } from '@/lib/core/oncall/outlook';
import type { Refusal } from '@/lib/core/refusal';
import { GapWords } from './gap-words';
import { Stretches } from './stretches';
import { dayWords } from './wall-words';

export type Preview = { days: CalendarDay[]; outlook: Outlook } | Refusal;

/** Who would be on call in four weeks by what is typed, or what it still lacks. */
export function SchedulePreview({ preview, stale }: { preview: Preview | null; stale: boolean }) {
  if (!preview) return <p className="text-muted">Four weeks are shown here as you type.</p>;
  if ('refusal' in preview) {
    const [fault = preview.message] = Object.values(preview.fields ?? {});
    return <p className="measure text-muted">Not complete yet. {fault}</p>;
  }
  return (
    <div aria-busy={stale || undefined} className={cx('flex flex-col gap-3 transition-opacity', stale && 'opacity-60')}>
      <div aria-live="polite">
        <GapWords outlook={preview.outlook} />
      </div>
      <ol aria-label="The next four weeks" className="grid grid-cols-7 border-t border-line">
        {preview.days.map(({ day, stretches }) => (
          <li key={day} className="flex flex-col gap-1 border-b border-line p-0.5">
            <span className="tnum truncate text-xs text-muted">{dayWords(day).slice(0, 6)}</span>
            <Stretches stretches={stretches} look="initials" className="h-7" />
          </li>
        ))}
      </ol>
    </div>
  );
}
