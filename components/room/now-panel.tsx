'use client';

import { PenLine } from 'lucide-react';
import { type ReactNode } from 'react';
import { useRoom } from '@/components/live/room-context';
import { Time } from '@/components/ui/time';
import { isOpen } from '@/lib/core/incident/phases';
import { Composer } from './composer';
import { DialBlock } from './dial-block';
import { Ending } from './ending';
import { StandingEstimate } from './estimate-words';
import { useAsk } from './ask';

/** What is true now, in four fields, and when the next word comes. The update is written in the same place. */
export function NowPanel() {
  const { composing } = useAsk();
  return (
    <section
      aria-label="Now"
      className="flex min-h-0 flex-col gap-4 px-4 py-4 max-md:gap-3 md:flex-row md:items-start md:gap-8 md:px-6"
    >
      <div className="min-w-0 flex-1">{composing ? <Composer /> : <FourFields />}</div>
      <DialBlock />
    </section>
  );
}

function FourFields() {
  const { incident, me, present } = useRoom();
  const { update } = incident;
  const open = isOpen(incident.phase);
  const writing = present.filter(({ typing, person }) => typing && person.id !== me.id);
  return (
    <>
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-sm font-semibold">
        Now
        {update && (
          <span className="text-xs font-normal text-muted">
            {update.by.name}
            {!update.human && ' by token'} · <Time at={update.at} />
          </span>
        )}
        {writing.length > 0 && (
          <span className="inline-flex items-center gap-1 text-xs font-normal text-accent">
            <PenLine className="size-3" aria-hidden="true" />
            {writing.map(({ person }) => person.name).join(', ')} {writing.length === 1 ? 'is' : 'are'} writing an
            update
          </span>
        )}
      </h2>
      <Ending />
      {update ? (
        <dl className="mt-2 flex flex-col gap-1.5">
          <Field name={open ? 'Status' : 'Last status'}>{update.status}</Field>
          <Field name="Actions">{update.actions}</Field>
          <Field name="Next">{update.next}</Field>
          {open && (
            <Field name="Estimate">
              <StandingEstimate estimate={update.estimate} />
            </Field>
          )}
        </dl>
      ) : (
        <p className="measure mt-2 wrap-anywhere text-muted">
          {incident.summary && <span className="mb-1.5 block text-ink">{incident.summary}</span>}
          {open
            ? 'No update yet. The first one says what is broken, who is on it, what comes next and how long it may take.'
            : 'It ended without an update.'}
        </p>
      )}
    </>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-3">
      <dt className="text-muted">{name}</dt>
      <dd className="measure wrap-anywhere whitespace-pre-line">{children}</dd>
    </div>
  );
}
