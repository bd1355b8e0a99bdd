import { Check } from 'lucide-react';
import Link from 'next/link';
import { GapMark } from '@/components/escalation/gap-mark';
import { AwayRows } from '@/components/oncall/away-rows';
import { Avatar } from '@/components/ui/avatar';
import { PanelRow, Section } from '@/components/ui/section';
import { SeverityMark, type Severity as Mark } from '@/components/ui/severity-mark';
import { Time } from '@/components/ui/time';
import { gapSentence } from '@/lib/core/escalation/gap-words';
import { type Period } from '@/lib/core/escalation/foresight';
import { type Gap } from '@/lib/core/escalation/gaps';
import { type PagedTwice, pagedTwiceSentence } from '@/lib/core/escalation/paged-twice';
import { type Unreached } from '@/lib/core/escalation/unreached';
import { type PagingOut, silenceWords } from '@/lib/core/notification/silence';
import { type Away } from '@/lib/core/oncall/away';
import { type ClockChange, clockChangeSentence } from '@/lib/core/oncall/clock-changes';

type GapListProps = {
  gaps: {
    to: string;
    gaps: readonly Gap[];
    unreached: readonly Unreached[];
    twice: readonly PagedTwice[];
    clockChanges: readonly ClockChange[];
    away: readonly Away[];
    out: PagingOut | null;
  };
};

/** What would go wrong in the coming weeks, and the clock changes that surprise. */
export function GapList({ gaps: { to, gaps, unreached, twice, clockChanges, away, out } }: GapListProps) {
  return (
    <>
      {out && (
        <p>
          <GapMark>Paging is out: none of these pages may reach anybody. {silenceWords[out.silence]}</GapMark>
        </p>
      )}
      <Section title="Gaps in the next four weeks" count={gaps.length}>
        {gaps.length === 0 && (
          <p className="flex items-center gap-2 py-2">
            <Check className="size-4 text-done" aria-hidden="true" />
            <span>
              Every step of every service pages somebody new, until <Time at={to} form="date" />.
            </span>
          </p>
        )}
        <ul>
          {gaps.map((gap) => (
            <li
              key={`${gap.service.id} ${gap.policy.id} ${gapSentence(gap)}`}
              className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
            >
              <Link
                href={`/services/${gap.service.id}`}
                className="w-44 shrink-0 rounded-sm font-medium hover:underline"
              >
                {gap.service.name}
              </Link>
              <span className="flex w-40 shrink-0 flex-wrap gap-x-3">
                {gap.severities.map((severity) => (
                  <SeverityMark key={severity} severity={severity.toLowerCase() as Mark} />
                ))}
              </span>
              <span className="flex min-w-0 flex-1 basis-80 flex-col items-start gap-1">
                <GapMark>{gapSentence(gap)}</GapMark>
                {gap.kind !== 'no-policy' && <Periods periods={gap.periods} />}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <AwayRows away={away} />
      {unreached.length > 0 && (
        <Section title="Paged in the app alone" count={unreached.length}>
          <p className="measure py-1 text-muted">
            Nothing outside the app reaches them yet. Each adds their own ways under Settings, Notifications; mail, SMS
            and calls need what administrators set up under Channels.
          </p>
          <ul>
            {unreached.map(({ person, services }) => (
              <li
                key={person.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
              >
                <span className="flex w-44 shrink-0 items-center gap-2">
                  <Avatar id={person.id} name={person.name} size={20} silent />
                  {person.name}
                </span>
                <span className="min-w-0 flex-1 basis-60 text-muted">
                  {services.map(({ name }) => name).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {twice.length > 0 && (
        <Section title="Paged in two steps" count={twice.length}>
          <p className="measure py-1 text-muted">
            No gap, for somebody new is paged as well; but whoever did not answer the first time is the backup of
            themselves.
          </p>
          <ul>
            {twice.map((each) => (
              <li
                key={`${each.policy.id} ${each.steps.join(' ')}`}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
              >
                <span className="min-w-0 flex-1 basis-60">{pagedTwiceSentence(each)}</span>
                <Periods periods={each.periods} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {clockChanges.length > 0 && (
        <Section title="Clock changes" count={clockChanges.length}>
          {clockChanges.map((change) => (
            <PanelRow
              key={`${change.schedule.id} ${change.zone} ${change.at}`}
              end={<Time at={change.at} form="clock" />}
            >
              <span className="whitespace-normal">{clockChangeSentence(change)}</span>
            </PanelRow>
          ))}
        </Section>
      )}
    </>
  );
}

const shown = 3;

function Periods({ periods }: { periods: readonly Period[] }) {
  return (
    <span className="flex flex-wrap gap-x-4 text-xs text-muted">
      {periods.slice(0, shown).map(({ from, to }) => (
        <span key={from}>
          <Time at={from} form="clock" /> until <Time at={to} form="clock" />
        </span>
      ))}
      {periods.length > shown && <span>and {periods.length - shown} times more</span>}
    </span>
  );
}
