import Link from 'next/link';
import { type ReactNode } from 'react';
import { GapMark } from '@/components/escalation/gap-mark';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { type Away, awaySentence } from '@/lib/core/oncall/away';

type AwayRowsProps = {
  away: readonly Away[];
  /** What may be done about one, where it is not the way to the calendar. */
  act?: (away: Away) => ReactNode;
};

/** Who is on call while they are away, within four weeks; nothing where nobody is. */
export function AwayRows({ away, act = inCalendar }: AwayRowsProps) {
  if (away.length === 0) return null;
  return (
    <Section title="On call but away" count={away.length}>
      <ul>
        {away.map((each) => (
          <li
            key={`${each.schedule.id} ${each.person.id} ${each.from} ${each.to}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
          >
            <GapMark>{awaySentence(each)}</GapMark>
            <span className="text-muted">
              <Time at={each.from} form="day" focusable={false} /> until{' '}
              <Time at={each.to} form="day" focusable={false} />
            </span>
            {act(each)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const inCalendar = ({ schedule, from }: Away) => (
  <Link
    href={`/oncall/${schedule.id}?on=${from.slice(0, 10)}`}
    className="inline-flex items-center rounded-sm text-accent hover:underline max-md:min-h-11"
  >
    See it in the calendar
  </Link>
);
