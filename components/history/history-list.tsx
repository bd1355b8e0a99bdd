import { Lock } from 'lucide-react';
import Link from 'next/link';
import { IncidentSeverity } from '@/components/severity/incident-severity';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatDuration } from '@/components/ui/duration';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { type HistoryFilter, historyCursorText, historyParams, isFiltered } from '@/lib/core/history/filter';
import { type HistoryEntry, type HistoryMatch, type HistoryPage, mostCountedIncidents } from '@/lib/core/history/page';
import { between } from '@/lib/core/instant';

type HistoryListProps = { filter: HistoryFilter; page: HistoryPage; first: boolean; mayDeclare: boolean };

/** Incidents, one a row; each leads to its room, and a quotation to the very fact it is from. */
export function HistoryList({ filter, page, first, mayDeclare }: HistoryListProps) {
  const { entries, older } = page;
  if (entries.length === 0) return <Nothing filter={filter} mayDeclare={mayDeclare} />;
  return (
    <>
      <p className="tnum pb-2 text-xs text-muted" role="status">
        {countText(filter, page)}
        {daysText(filter)}
      </p>
      <ol aria-label="Incidents" className="border-t">
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </ol>
      <nav aria-label="Pages" className="flex gap-2 pt-4">
        {!first && <Button href={addressOf(filter)}>Newest</Button>}
        {older && <Button href={addressOf(filter, historyCursorText(older))}>Older</Button>}
      </nav>
    </>
  );
}

function addressOf(filter: HistoryFilter, before?: string): string {
  const params = historyParams(filter);
  if (before) params.set('before', before);
  const query = params.toString();
  return `/incidents${query && `?${query}`}`;
}

function countText(filter: HistoryFilter, { count, ranked, entries }: HistoryPage): string {
  const shown = entries.length;
  if (filter.text !== null && !ranked) return `These words stand in very many places: the newest ${shown} incidents.`;
  const counted =
    count > mostCountedIncidents
      ? `More than ${mostCountedIncidents.toLocaleString('en')}`
      : count.toLocaleString('en');
  const noun = count === 1 ? 'incident' : 'incidents';
  if (filter.text === null) return `${counted} ${noun}`;
  return count > shown ? `${counted} ${noun}; the best ${shown}` : `${counted} ${noun}, best match first`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The days chosen, in words: a browser's own date field shows them in the order of its country. */
function daysText({ from, to }: HistoryFilter): string {
  const [first, last] = [from, to].map((day) => day && dayFormat.format(new Date(day)));
  if (first && last) return `, declared from ${first} to ${last} (UTC)`;
  if (first) return `, declared from ${first} on (UTC)`;
  return last ? `, declared until ${last} (UTC)` : '';
}

function Nothing({ filter, mayDeclare }: Pick<HistoryListProps, 'filter' | 'mayDeclare'>) {
  if (!isFiltered(filter)) {
    return (
      <EmptyState title="No incident yet">
        Every incident stays here, with all that was said and done in it.
        {mayDeclare && (
          <>
            {' '}
            Press <kbd className="font-mono">d</kbd> to declare one.
          </>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing matches" action={<Button href="/incidents">Clear the filters</Button>}>
      Words are found whole or by their beginning, each in the same sentence. Fewer words find more.
    </EmptyState>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { number, title, severity, severityUnsure, phase, open, commander, services, declaredAt, endedAt, match } =
    entry;
  const said = match ? null : entry.status;
  return (
    <li className="grid grid-cols-[6.5rem_7.5rem_minmax(0,1fr)_auto] items-baseline gap-x-4 border-b py-2.5 hover:bg-raised/50 max-md:grid-cols-[auto_1fr] max-md:gap-y-1 max-md:py-3">
      <span className="tnum text-muted">INC-{number}</span>
      <IncidentSeverity severity={severity} unsure={severityUnsure} className="max-md:justify-self-end" />
      <div className="min-w-0 max-md:col-span-2">
        <Link
          href={`/incidents/${number}`}
          prefetch={false}
          className="inline-flex max-w-full items-center gap-1.5 rounded-sm font-medium hover:underline min-h-6 max-md:min-h-11"
        >
          <span className="truncate max-md:whitespace-normal">{title}</span>
          {entry.private && <Lock className="size-3.5 shrink-0 text-muted" aria-label="private" />}
        </Link>
        {match && <Quotation number={number} match={match} title={title} />}
        {said && <p className="measure truncate text-muted">{said}</p>}
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          {services.length > 0 && <span>{services.map(({ name }) => name).join(', ')}</span>}
          {commander && (
            <span>
              {commander.name} {open ? 'commands' : 'commanded'}
            </span>
          )}
        </p>
      </div>
      <div className="flex flex-col items-end gap-0.5 text-right max-md:col-span-2 max-md:flex-row max-md:items-baseline max-md:gap-3">
        <span className={cx('whitespace-nowrap', open ? 'font-medium' : 'text-muted')}>{phase}</span>
        <span className="tnum text-xs whitespace-nowrap text-muted">
          <Time at={declaredAt} form="date" focusable={false} />
          {endedAt && ` · ${formatDuration(between(declaredAt, endedAt))}`}
        </span>
      </div>
    </li>
  );
}

function Quotation({ number, match, title }: { number: number; match: HistoryMatch; title: string }) {
  const { parts, seq, kind } = match;
  if (kind === 'incident.declared' && parts.map(({ text }) => text).join('') === title) return null;
  return (
    <Link
      href={`/incidents/${number}?show=everything&fact=${seq}`}
      prefetch={false}
      className="measure block min-h-6 rounded-sm wrap-anywhere text-muted hover:text-ink"
    >
      {parts.map(({ text, hit }, index) =>
        hit ? (
          <mark key={index} className="rounded-sm bg-accent-wash px-0.5 text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </Link>
  );
}
