'use client';

import { Check, MoreHorizontal, PhoneMissed, X } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Avatar } from '@/components/ui/avatar';
import { type Told } from '@/components/told/told';
import { useTold } from '@/components/told/told-provider';
import { WayList } from '@/components/told/way-list';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Countdown } from '@/components/ui/live-dial';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { type Called, type Page } from '@/lib/core/escalation/page';
import { msOf } from '@/lib/core/instant';
import { ActButton } from './act-button';
import { useAsk } from './ask';
import { latestCalls, nextWords } from './page-words';
import { useQuickAct } from './use-acting';
import { mayDecline, whyNot } from './why-not';

/** Whom pages call, what they answered, and who is called next and when; what has ended is folded. */
export function PagesPanel() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  const { open } = whyNot(room);
  const live = incident.pages.filter(({ state }) => state !== 'ended').reverse();
  const ended = incident.pages.filter(({ state }) => state === 'ended').reverse();
  return (
    <Section
      title="Pages"
      count={live.length}
      action={
        <ActButton
          size="sm"
          tone="plain"
          reason={open}
          hotkey={{ keys: 'p p', label: 'Page somebody' }}
          onClick={() => ask({ kind: 'page' })}
        >
          Page
        </ActButton>
      }
    >
      {incident.pages.length === 0 && <p className="py-1.5 text-muted">A page calls people until one acknowledges.</p>}
      <ul>
        {live.map((page) => (
          <PageRow key={page.id} page={page} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details className="text-xs">
          <summary className="min-h-6 py-1 text-muted select-none hover:text-ink">{ended.length} ended</summary>
          <ul>
            {ended.map((page) => (
              <PageRow key={page.id} page={page} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function PageRow({ page }: { page: Page }) {
  const { about, policy, state, by } = page;
  const calls = latestCalls(page);
  const told = useTold(state === 'ended' ? null : { page: page.id }, String(page.called.length));
  return (
    <li aria-label={about} className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 wrap-anywhere">
          {about}
          <p className="truncate text-xs text-muted">
            <Time at={page.startedAt} form="ago" /> · {policy ? policy.name : by.name}
          </p>
        </div>
        {state === 'unanswered' && (
          <Badge tone="overdue" icon={<PhoneMissed aria-hidden="true" />}>
            nobody answered
          </Badge>
        )}
        <PageMenu page={page} />
      </div>
      {calls.length > 0 && (
        <ul aria-label="Called">
          {calls.map((call) => (
            <CalledRow key={call.person.id} call={call} page={page} told={told && latestOf(told, call.person.id)} />
          ))}
        </ul>
      )}
      {page.offeredOn.length > 0 && <OfferedOn page={page} />}
      {state === 'calling' && page.nextAt !== null && (
        <p className="flex items-baseline text-xs text-muted">
          <span className="shrink-0">
            next step in <Countdown dueAt={msOf(page.nextAt)} word={false} className="font-semibold text-ink" />:
          </span>
          <span className="ml-1 min-w-0 truncate">{nextWords(page)}</span>
        </p>
      )}
    </li>
  );
}

/** The acknowledger's shift is over; whoever is on call now takes the page over with one press. */
function OfferedOn({ page: { id, acknowledgedBy, offeredOn } }: { page: Page }) {
  const room = useRoom();
  const { run } = useQuickAct();
  const mine = offeredOn.some((person) => person.id === room.me.id) && acknowledgedBy?.id !== room.me.id;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
      <span className="min-w-0 flex-1">
        The shift of {acknowledgedBy?.name} is over: offered to {offeredOn.map(({ name }) => name).join(', ')}
      </span>
      {mine && whyNot(room).open === null && (
        <Button size="sm" onClick={() => void run('answer-page', { id, take: true }, 'The page is yours')}>
          Take it over
        </Button>
      )}
    </p>
  );
}

/** How somebody was told when they were called last; `app` where it was in the app alone. */
function latestOf(told: readonly Told[], person: string): Told | 'app' {
  return told.filter((each) => each.person.id === person).sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? 'app';
}

type CalledRowProps = { call: Called; page: Page; told: Told | 'app' | null };

function CalledRow({ call: { person, answer }, page, told }: CalledRowProps) {
  const { me } = useRoom();
  return (
    <li className="py-0.5">
      <div className="flex min-h-7 items-center gap-2">
        <Avatar id={person.id} name={person.name} size={20} silent />
        <span className="min-w-0 flex-1 truncate">
          {person.name}
          {person.id === me.id && <span className="text-muted"> (you)</span>}
        </span>
        <span className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
          {answer === 'acknowledged' && <Check className="size-3.5 text-done" aria-hidden="true" />}
          {(answer === 'declined' || answer === 'excused') && <X className="size-3.5" aria-hidden="true" />}
          {answer === 'declined' ? 'cannot' : (answer ?? (page.state === 'calling' ? 'called' : 'no answer'))}
        </span>
      </div>
      {page.state !== 'ended' && (
        <div className="min-h-[1lh] pl-7 text-xs text-muted">
          {told === 'app' ? 'in the app alone' : told && <WayList told={told} />}
        </div>
      )}
    </li>
  );
}

function PageMenu({ page: { id, about, called, acknowledgedBy, state } }: { page: Page }) {
  const room = useRoom();
  const { ask } = useAsk();
  const { run } = useQuickAct();
  if (whyNot(room).open !== null || state === 'ended') return null;
  const mine = called.some(({ person }) => person.id === room.me.id);
  return (
    <Menu
      label={about}
      align="end"
      trigger={<IconButton label={`Page ${about}: more`} icon={<MoreHorizontal />} size="sm" />}
    >
      {!acknowledgedBy && (
        <MenuItem onSelect={() => void run('answer-page', { id, take: true }, 'Acknowledged: nobody else is called')}>
          {mine ? 'Acknowledge' : 'Acknowledge for those called'}
        </MenuItem>
      )}
      {mayDecline(room, id) && <MenuItem onSelect={() => ask({ kind: 'cannot', id })}>I cannot</MenuItem>}
      <MenuItem onSelect={() => void run('withdraw-page', { id }, 'Page withdrawn')}>Withdraw the page</MenuItem>
    </Menu>
  );
}
