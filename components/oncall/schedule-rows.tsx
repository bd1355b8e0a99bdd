import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Time } from '@/components/ui/time';
import type { Outlook } from '@/lib/core/oncall/outlook';
import { GapWords } from './gap-words';
import { zoneWords } from './wall-words';

type Row = { id: string; name: string; timeZone: string; outlook: Outlook };

/** Every schedule: who is on call now, who is next, and where nobody is. */
export function ScheduleRows({ schedules }: { schedules: readonly Row[] }) {
  return (
    <ul aria-label="Schedules" className="border-t border-line">
      {schedules.map(({ id, name, timeZone, outlook }) => (
        <li
          key={id}
          className="relative grid grid-cols-1 gap-x-6 gap-y-1 border-b border-line py-3 transition-colors hover:bg-raised/50 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] md:items-center"
        >
          <div className="min-w-0">
            <Link
              href={`/oncall/${id}`}
              className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
            >
              {name}
            </Link>
            <span className="text-xs text-muted">{zoneWords(timeZone)}</span>
          </div>
          <OnCallNow outlook={outlook} />
          <div className="text-muted">
            {outlook.next ? (
              <>
                Next {outlook.next.person.name}, <Time at={outlook.next.from} form="clock" focusable={false} />
              </>
            ) : (
              'Nobody is next'
            )}
          </div>
          <GapWords outlook={outlook} />
        </li>
      ))}
    </ul>
  );
}

/** Who is on call now and until when, or plainly nobody. */
export function OnCallNow({ outlook: { now, until } }: { outlook: Outlook }) {
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      {now ? (
        <Avatar id={now.id} name={now.name} size={32} silent />
      ) : (
        <span className="flex size-8 shrink-0 items-center justify-center rounded-sm bg-overdue text-on-overdue">
          <TriangleAlert className="size-4" aria-hidden="true" />
        </span>
      )}
      <span className="min-w-0">
        <span className={now ? 'block truncate font-medium' : 'block font-semibold text-critical'}>
          {now?.name ?? 'Nobody is on call'}
        </span>
        <span className="text-xs text-muted">
          {until ? (
            <>
              until <Time at={until} form="clock" focusable={false} />
            </>
          ) : (
            'no change within four weeks'
          )}
        </span>
      </span>
    </div>
  );
}
