import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { formatDuration } from '@/components/ui/duration';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import type { Refusal } from '@/lib/core/refusal';
import { between } from '@/lib/core/instant';
import { ReminderField } from './reminder-field';
import { type OtherShift, SwapDialog } from './swap-dialog';

type Shift = {
  schedule: { id: string; name: string; timeZone: string };
  key: string;
  from: string;
  to: string;
  override: boolean;
  offered: boolean;
};

type MyShiftsProps = {
  shifts: readonly Shift[];
  now: string;
  people: readonly { id: string; name: string }[];
  /** By schedule, what may be wanted in return. */
  returns: Record<string, OtherShift[]>;
  offer: (schedule: string, form: FormData) => Promise<{ name: string } | Refusal>;
  /** Minutes before a shift at which the reader is reminded; null for never. */
  reminder: number | null;
  remind: (form: FormData) => Promise<{ id: string } | Refusal>;
};

/** The reader's own time on call within four weeks, in the reader's zone, each shift to be offered to somebody. */
export function MyShifts({ shifts, now, people, returns, offer, reminder, remind }: MyShiftsProps) {
  return (
    <Section title="My shifts" count={shifts.length} action={<ReminderField minutes={reminder} save={remind} />}>
      {shifts.length === 0 ? (
        <p className="py-2 text-muted">You are not on call within the next four weeks.</p>
      ) : (
        <ul>
          {shifts.map(({ schedule, key, from, to, override, offered }) => (
            <li
              key={`${schedule.id} ${key}`}
              className="flex min-h-9 flex-wrap items-center gap-x-3 border-b border-line py-1 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-72">
                <Link
                  href={`/oncall/${schedule.id}`}
                  className="inline-flex min-h-6 items-center rounded-sm font-medium hover:underline max-md:min-h-11"
                >
                  {schedule.name}
                </Link>{' '}
                <span className="text-muted max-md:block">
                  {from <= now ? 'now' : <Time at={from} form="day" focusable={false} />} until{' '}
                  <Time at={to} form="day" focusable={false} />
                </span>
              </div>
              <div className="flex shrink-0 items-center gap-2 text-muted">
                {override && <Badge>override</Badge>}
                <span className="tnum">{formatDuration(between(from, to))}</span>
                {offered && <Badge tone="accent">offered</Badge>}
                {from > now && !offered && (
                  <SwapDialog
                    schedule={schedule}
                    shift={{ from, to }}
                    people={people}
                    returns={returns[schedule.id] ?? []}
                    save={offer.bind(null, schedule.id)}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
