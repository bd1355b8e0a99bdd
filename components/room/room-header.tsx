'use client';

import { Lock, MoreHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useRoom } from '@/components/live/room-context';
import { openPalette } from '@/components/keys/palette';
import { IncidentSeverity } from '@/components/severity/incident-severity';
import { Button } from '@/components/ui/button';
import { Elapsed } from '@/components/ui/elapsed';
import { IconButton } from '@/components/ui/icon-button';
import { KeyCap } from '@/components/ui/key-cap';
import { Menu } from '@/components/ui/menu';
import { msOf } from '@/lib/core/instant';
import { type Severity } from '@/lib/core/severity/severity';
import { HereNow } from './here-now';
import { LiveDot } from './live-dot';
import { useAsk } from './ask';
import { SeldomItems } from './seldom-items';
import { whyNot } from './why-not';

export const markOf = (severity: Severity) => severity.toLowerCase() as Lowercase<Severity>;

/** What is broken and how bad, and who is here. */
export function RoomHeader() {
  const room = useRoom();
  const { incident } = room;
  const { ask } = useAsk();
  return (
    <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 md:flex-nowrap md:px-6">
      <span className="text-muted">
        <span className="tnum">INC-{incident.number}</span>
        <span className="text-xs">
          {' '}
          · {incident.endedAt && 'ran '}
          <Elapsed since={msOf(incident.startedAt)} until={incident.endedAt ? msOf(incident.endedAt) : null} />
        </span>
      </span>
      <button
        type="button"
        onClick={() => ask({ kind: 'severity' })}
        disabled={whyNot(room).open !== null}
        data-tip={incident.policy.rules[incident.severity].meaning}
        className="flex min-h-6 items-center rounded-sm px-1 hover:bg-raised disabled:hover:bg-transparent max-md:min-h-11"
      >
        <IncidentSeverity severity={incident.severity} unsure={incident.severityUnsure} size={14} />
        <span className="sr-only">, change the severity</span>
      </button>
      <h1
        title={incident.title}
        className="min-w-0 text-base font-semibold tracking-[-0.015em] wrap-anywhere max-md:order-1 max-md:basis-full md:truncate"
      >
        {incident.title}
      </h1>
      {incident.private && (
        <button
          type="button"
          onClick={() => ask({ kind: 'access' })}
          className="flex min-h-6 shrink-0 items-center gap-1 rounded-sm px-1 text-xs text-muted hover:bg-raised"
        >
          <Lock className="size-3.5" aria-hidden="true" />
          Private
        </button>
      )}
      {incident.mergedInto !== null && (
        <Link href={`/incidents/${incident.mergedInto}`} className="shrink-0 text-xs text-accent underline">
          goes on in INC-{incident.mergedInto}
        </Link>
      )}
      <span className="flex-1" />
      <LiveDot />
      <HereNow />
      <SeldomMenu />
      <Button tone="plain" size="sm" onClick={openPalette} className="max-md:hidden">
        <span className="sr-only">Find anything</span>
        <span aria-hidden="true">
          <KeyCap keys="mod+k" />
        </span>
      </Button>
    </header>
  );
}

/** On a phone its items stand in the thumb bar's own menu. */
function SeldomMenu() {
  return (
    <Menu
      label="More of this incident"
      align="end"
      trigger={<IconButton label="More" icon={<MoreHorizontal />} size="sm" className="max-md:hidden" />}
    >
      <SeldomItems />
    </Menu>
  );
}
