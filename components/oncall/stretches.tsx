import { Replace, TriangleAlert } from 'lucide-react';
import { Avatar, hueOf } from '@/components/ui/avatar';
import { cx } from '@/components/ui/cx';
import type { Stretch } from '@/lib/core/oncall/calendar';

type Look = 'full' | 'names' | 'initials';

/** `full` has room for names and times, `initials` for neither. */
type StretchesProps = { stretches: readonly Stretch[]; look: Look; className?: string };

/** Who is on call through one day, from its left end to its right: a tint, initials and a hoist each, gaps hatched in red. */
export function Stretches({ stretches, look, className }: StretchesProps) {
  return (
    <ul className={cx('relative', className)}>
      {stretches.map((stretch) => (
        <StretchMark key={stretch.from} stretch={stretch} look={look} />
      ))}
    </ul>
  );
}

function StretchMark({ stretch, look }: { stretch: Stretch; look: Look }) {
  const { from, until, start, end, duty } = stretch;
  const { person } = duty;
  const override = duty.by?.kind === 'override';
  // A short stretch has room for initials alone.
  const share = end - start;
  const named = (look === 'full' && share >= 0.08) || (look === 'names' && share >= 0.5);
  const words = `${from}–${until} ${person?.name ?? 'nobody'}${override ? ', by override' : ''}`;
  const place = { left: `${start * 100}%`, width: `${(end - start) * 100}%` };
  return (
    <li
      data-tip={words}
      className={cx(
        'absolute inset-y-0 flex items-center gap-1.5 overflow-hidden rounded-sm px-1 text-xs',
        person ? 'stretch' : 'stretch-gap',
        override && 'outline-2 -outline-offset-2 outline-dashed outline-edge',
      )}
      style={{ ...place, ...(person && { '--hue': hueOf(person.id) }) }}
    >
      <span className="sr-only">{words}</span>
      <span aria-hidden="true" className="flex min-w-0 items-center gap-1.5">
        {person ? (
          <Avatar id={person.id} name={person.name} size={20} silent />
        ) : (
          <TriangleAlert className="size-3.5 shrink-0 text-overdue" />
        )}
        {named && (
          <span
            className={cx('truncate', person ? 'font-medium' : 'font-semibold', look === 'names' && 'max-lg:hidden')}
          >
            {person?.name ?? 'Nobody'}
          </span>
        )}
        {override && <Replace className="size-3.5 shrink-0" />}
        {look === 'full' && share >= 0.16 && (
          <span className="tnum shrink-0 text-muted max-md:hidden">
            {from}–{until}
          </span>
        )}
      </span>
    </li>
  );
}
