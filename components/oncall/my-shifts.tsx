import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { formatDuration } from '@/components/ui/duration';
import { PanelRow, Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { between } from '@/lib/core/instant';

type Shift = { schedule: { id: string; name: string }; from: string; to: string; override: boolean };

/** The reader's own time on call within four weeks, in the reader's zone. */
export function MyShifts({ shifts, now }: { shifts: readonly Shift[]; now: string }) {
  return (
    <Section title="My shifts" count={shifts.length}>
      {shifts.length === 0 ? (
        <p className="py-2 text-muted">You are not on call within the next four weeks.</p>
      ) : (
        <ul>
          {shifts.map(({ schedule, from, to, override }) => (
            <li key={`${schedule.id} ${from}`}>
              <PanelRow
                end={
                  <>
                    {override && <Badge>override</Badge>}
                    <span className="tnum">{formatDuration(between(from, to))}</span>
                  </>
                }
              >
                <Link
                  href={`/oncall/${schedule.id}`}
                  className="inline-flex min-h-6 items-center rounded-sm font-medium hover:underline max-md:min-h-11"
                >
                  {schedule.name}
                </Link>{' '}
                <span className="text-muted">
                  {from <= now ? 'now' : <Time at={from} form="day" focusable={false} />} until{' '}
                  <Time at={to} form="day" focusable={false} />
                </span>
              </PanelRow>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
