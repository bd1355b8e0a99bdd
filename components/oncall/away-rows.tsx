import Link from 'next/link';
import { GapMark } from '@/components/escalation/gap-mark';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { type Away, awaySentence } from '@/lib/core/oncall/away';

type AwayRowsProps = {
  away: readonly Away[];
  /** Off on the screen of the schedule itself. */
  linked?: boolean;
};

/** Who is on call while they are away, within four weeks; nothing where nobody is. */
export function AwayRows({ away, linked = true }: AwayRowsProps) {
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
            {linked && (
              <Link
                href={`/oncall/${each.schedule.id}?on=${each.from.slice(0, 10)}`}
                className="inline-flex items-center rounded-sm text-accent hover:underline max-md:min-h-11"
              >
                Put somebody else on call
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
