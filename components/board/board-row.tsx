'use client';

import { Lock, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import Link from 'next/link';
import { IncidentSeverity } from '@/components/severity/incident-severity';
import { Avatar } from '@/components/ui/avatar';
import { cx } from '@/components/ui/cx';
import { Elapsed } from '@/components/ui/elapsed';
import { Badge } from '@/components/ui/badge';
import { Countdown, LiveDial } from '@/components/ui/live-dial';
import { useNow } from '@/components/ui/server-clock';
import { type IncidentSummary } from '@/lib/core/incident/summary';
import { MINUTE, msOf } from '@/lib/core/instant';
import { owedWords } from './owed-words';
import { pagingWords } from './paging-words';

const quarter = 15 * MINUTE;

/** The span that the dial empties over: the cadence, or for command the whole response time. */
function spanOf({ owed, cadenceMinutes, declaredAt }: IncidentSummary): number {
  if (owed?.kind === 'command') return Math.max(MINUTE, msOf(owed.dueAt) - msOf(declaredAt));
  if (owed?.kind === 'update' && cadenceMinutes !== null) return cadenceMinutes * MINUTE;
  return quarter;
}

/** One incident: what is owed and when, how bad, what, where in its life, who commands. */
export function BoardRow({ summary, fresh }: { summary: IncidentSummary; fresh: boolean }) {
  const {
    number,
    title,
    severity,
    severityUnsure,
    phase,
    commander,
    owed,
    status,
    services,
    startedAt,
    phaseSince,
    paging,
  } = summary;
  const now = useNow();
  const dueAt = owed ? msOf(owed.dueAt) : null;
  const overdue = dueAt !== null && dueAt <= now;
  return (
    <li
      data-number={number}
      className={cx(
        'board-row relative border-b border-line transition-colors hover:bg-raised/60',
        overdue && 'bg-overdue-wash/55 shadow-[inset_4px_0_0_var(--overdue)] hover:bg-overdue-wash',
        fresh && 'animate-arrive',
      )}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-1 py-3.5 px-4 md:pr-2 md:grid-cols-[3rem_minmax(0,1fr)_8.5rem_11rem_minmax(0,15rem)] md:gap-x-5">
        <LiveDial
          dueAt={dueAt}
          cadenceMs={spanOf(summary)}
          size={44}
          show="dial"
          className="self-start max-md:row-span-3 md:self-center"
        />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs">
            <IncidentSeverity severity={severity} unsure={severityUnsure} />
            <span className="tnum text-muted">INC-{number}</span>
            <span className="text-muted">
              began <Elapsed since={msOf(startedAt)} /> ago
            </span>
            {summary.private && (
              <span className="inline-flex items-center gap-1 text-muted">
                <Lock className="size-3" aria-hidden="true" />
                private
              </span>
            )}
            {paging && (
              <Badge
                tone={paging.state === 'unanswered' ? 'overdue' : 'high'}
                icon={
                  paging.state === 'unanswered' ? (
                    <PhoneMissed aria-hidden="true" />
                  ) : (
                    <PhoneOutgoing aria-hidden="true" />
                  )
                }
              >
                {pagingWords(paging)}
              </Badge>
            )}
            {services.length > 0 && (
              <span className="truncate text-muted max-md:hidden">{services.map(({ name }) => name).join(', ')}</span>
            )}
          </div>
          <Link
            href={`/incidents/${number}`}
            className="block truncate text-base font-semibold tracking-[-0.012em] outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent max-md:wrap-anywhere max-md:whitespace-normal"
          >
            {title}
          </Link>
          {status && <p className="truncate text-muted">{status}</p>}
        </div>
        <div className="flex flex-col max-md:col-start-2 max-md:flex-row max-md:gap-2">
          <span className="font-medium first-letter:uppercase">{phase}</span>
          <span className="shrink-0 text-xs whitespace-nowrap text-muted max-md:text-sm">
            <span className="max-md:before:mr-2 max-md:before:content-['·']">
              for <Elapsed since={msOf(phaseSince)} />
            </span>
          </span>
          <span
            className={cx(
              "min-w-0 truncate text-xs max-md:text-sm max-md:before:mr-2 max-md:before:text-muted max-md:before:content-['·'] md:hidden",
              commander ? 'text-muted' : overdue ? 'font-medium text-overdue' : 'font-medium text-high',
            )}
          >
            {commander?.name ?? 'Nobody commands'}
          </span>
        </div>
        <div className="flex min-w-0 items-center gap-2 max-md:hidden">
          {commander ? (
            <>
              <Avatar id={commander.id} name={commander.name} size={24} silent />
              <span className="truncate">{commander.name}</span>
            </>
          ) : (
            <span className={cx('font-medium', overdue ? 'text-overdue' : 'text-high')}>Nobody commands</span>
          )}
        </div>
        <div className="flex min-w-0 flex-col max-md:col-start-2 max-md:flex-row max-md:flex-wrap max-md:items-baseline max-md:gap-x-2 md:items-end md:text-right">
          {owed && dueAt !== null ? (
            <>
              <Countdown dueAt={dueAt} className={cx('font-semibold md:text-lg md:leading-tight')} />
              <span className="w-full truncate text-xs text-muted max-md:w-auto max-md:text-sm">{owedWords(owed)}</span>
            </>
          ) : (
            <span className="text-muted">Nothing is owed</span>
          )}
        </div>
      </div>
    </li>
  );
}
