'use client';

import { useEffect, useRef, useState } from 'react';
import { useRoom } from '@/components/live/room-context';
import { useFaultFocus } from '@/components/submit/use-fault-focus';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/field';
import { useServerClock } from '@/components/ui/server-clock';
import { type Estimate } from '@/lib/core/incident/incident';
import { isOpen } from '@/lib/core/incident/phases';
import { instantOf } from '@/lib/core/instant';
import { Alongside } from './alongside';
import { DigestOffer } from './digest-offer';
import { EstimateField } from './estimate-field';
import { FieldRow } from './field-row';
import { TheirUpdate } from './their-update';
import { prefilled, type UpdateDraft, useUpdateDraft } from './update-draft';
import { useActing } from './use-acting';
import { useAsk } from './ask';

/** Others see "is writing" for as long as keys are pressed at least this often. */
const stillWritingMs = 2_000;

/** The status update: four fields, and with them, if need be, phase and severity. Starts from the last one. */
export function Composer() {
  const { incident, me, digest, report } = useRoom();
  const { asked, compose } = useAsk();
  const { draft, keep } = useUpdateDraft(incident.number, me.id);
  const acting = useActing();
  const clock = useServerClock();
  const form = useFaultFocus(acting.refusal);
  const reported = useRef(0);
  const [unsaid, setUnsaid] = useState(false);
  const value = draft ?? prefilled(incident);
  const ending = value.phase !== null && !isOpen(value.phase) && isOpen(incident.phase);
  const over = ending || !isOpen(incident.phase);
  const unsettled = value.phase === 'resolved' && incident.severityUnsure && value.severity === null;
  const theirs = incident.update && incident.update.seq !== value.seen ? incident.update : null;

  // A dialog that asked for it keeps the focus until it has closed.
  const placed = useRef(false);
  useEffect(() => {
    if (asked || placed.current) return;
    placed.current = true;
    form.current?.querySelector('textarea')?.focus();
  }, [asked, form]);

  useEffect(() => {
    report('update', false);
    return () => report('room', false);
  }, [report]);

  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && form.current?.contains(document.activeElement)) compose(false);
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [form, compose]);

  function change(part: Partial<UpdateDraft>) {
    keep({ ...value, ...part });
    if (performance.now() - reported.current < stillWritingMs) return;
    reported.current = performance.now();
    report('update', true);
  }

  async function post() {
    if (theirs || acting.pending) return;
    const { status, actions, next, phase, severity, reason, seen } = value;
    const estimate: Estimate | null = over
      ? { kind: 'at', at: incident.endedAt ?? instantOf(clock.now()) }
      : value.estimate;
    setUnsaid(true);
    if (estimate === null || unsettled) return;
    const done = await acting.run(
      'post-update',
      {
        ...{ status, actions, next, estimate, seen },
        ...(phase && { phase }),
        ...(severity && { severity }),
        ...(reason && { reason }),
      },
      value.phase === 'resolved' ? 'Posted and resolved' : 'Update posted',
    );
    if (!done) return;
    keep(null);
    compose(false);
  }

  const wrong = acting.refusal?.fields ?? {};
  const verb = value.phase === 'resolved' ? 'Post and resolve' : 'Post update';
  const text = (name: 'status' | 'actions' | 'next', label: string, hint: string) => (
    <FieldRow
      name={name}
      label={label}
      hint={hint}
      value={value[name]}
      error={wrong[name]}
      locked={acting.pending}
      onChange={(next) => change({ [name]: next })}
      standing={incident.update && incident.update[name] !== value[name] ? incident.update[name] : null}
      theirs={theirs && theirs[name] !== value[name] ? { by: theirs.by.name, text: theirs[name] } : null}
    />
  );

  return (
    <form
      ref={form}
      noValidate
      aria-label="Update"
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
      className="flex flex-col gap-2"
    >
      <h2 className="text-sm font-semibold">
        {ending ? 'The closing update: how did it end?' : incident.update ? 'What has changed' : 'The first update'}
      </h2>
      <FormError>{Object.keys(wrong).length === 0 && !theirs && acting.refusal?.message}</FormError>
      {theirs && <TheirUpdate update={theirs} onRead={() => keep({ ...value, seen: theirs.seq })} />}
      {text('status', 'Status', 'What is true now?')}
      {text('actions', 'Actions', 'Who is doing what?')}
      {text('next', 'Next', 'What comes after that?')}
      <div className="grid gap-1 md:grid-cols-[4.5rem_minmax(0,1fr)] md:gap-3">
        <span className="pt-1.5 text-muted" aria-hidden="true">
          Estimate
        </span>
        {over ? (
          <span className="pt-1.5">{ending ? 'Over with this update.' : 'It is over.'}</span>
        ) : (
          <EstimateField
            value={value.estimate}
            onChange={(estimate) => change({ estimate })}
            error={
              unsaid && value.estimate === null
                ? 'Give a time, or say that it is unknown.'
                : (wrong['estimate'] ?? wrong['estimate.at'] ?? null)
            }
          />
        )}
      </div>
      {digest && digest.lines.length > 0 && (
        <DigestOffer
          lines={digest.lines}
          onTake={() => change({ status: [value.status, ...digest.lines].filter(Boolean).join('\n') })}
        />
      )}
      <Alongside
        value={value}
        change={change}
        error={wrong['reason'] ?? null}
        unsettled={unsaid && unsettled ? 'Say how bad it was before you resolve it.' : null}
      />
      <div className="flex flex-wrap items-center gap-2 md:pl-[5.25rem]">
        <Button
          type="submit"
          tone="primary"
          pending={acting.pending}
          disabled={theirs !== null}
          hotkey={{ keys: 'mod+enter', label: verb, group: 'Room', typing: true, hidden: true }}
        >
          {verb}
        </Button>
        <Button onClick={() => compose(false)}>Close</Button>
        {draft && (
          <>
            <Button
              tone="plain"
              onClick={() => {
                keep(null);
                compose(false);
              }}
            >
              Throw away
            </Button>
            <span className="text-xs text-muted">Kept in this browser until you post it.</span>
          </>
        )}
      </div>
    </form>
  );
}
