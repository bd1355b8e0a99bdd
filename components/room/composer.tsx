'use client';

import { useEffect, useRef, useState } from 'react';
import { useRoom } from '@/components/live/room-provider';
import { Button } from '@/components/ui/button';
import { FormError, SelectField, TextField } from '@/components/ui/field';
import { isRaise, severities, type Severity } from '@/lib/core/severity/severity';
import { moves, type Phase } from '@/lib/core/incident/phases';
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
  const { compose } = useAsk();
  const { draft, keep } = useUpdateDraft(incident.number, me.id);
  const acting = useActing();
  const form = useRef<HTMLFormElement>(null);
  const reported = useRef(0);
  const [unsaid, setUnsaid] = useState(false);
  const value = draft ?? prefilled(incident);
  const theirs = incident.update && incident.update.seq !== value.seen ? incident.update : null;

  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
    report('update', false);
    return () => report('room', false);
  }, [report]);

  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && form.current?.contains(document.activeElement)) compose(false);
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, [compose]);

  function change(part: Partial<UpdateDraft>) {
    keep({ ...value, ...part });
    if (performance.now() - reported.current < stillWritingMs) return;
    reported.current = performance.now();
    report('update', true);
  }

  async function post() {
    if (theirs || acting.pending) return;
    const { status, actions, next, estimate, phase, severity, reason, seen } = value;
    setUnsaid(estimate === null);
    if (estimate === null) return;
    const done = await acting.run(
      'post-update',
      {
        ...{ status, actions, next, estimate, seen },
        ...(phase && { phase }),
        ...(severity && { severity }),
        ...(reason && { reason }),
      },
      'Update posted',
    );
    if (!done) return;
    keep(null);
    compose(false);
  }

  const wrong = acting.refusal?.fields ?? {};
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
      <h2 className="text-sm font-semibold">{incident.update ? 'What has changed' : 'The first update'}</h2>
      <FormError>{Object.keys(wrong).length === 0 && !theirs && acting.refusal?.message}</FormError>
      {theirs && <TheirUpdate update={theirs} onRead={() => keep({ ...value, seen: theirs.seq })} />}
      {text('status', 'Status', 'What is true now?')}
      {text('actions', 'Actions', 'Who is doing what?')}
      {text('next', 'Next', 'What comes after that?')}
      <div className="grid gap-1 md:grid-cols-[4.5rem_minmax(0,1fr)] md:gap-3">
        <span className="pt-1.5 text-muted" aria-hidden="true">
          Estimate
        </span>
        <EstimateField
          value={value.estimate}
          onChange={(estimate) => change({ estimate })}
          error={
            unsaid && value.estimate === null
              ? 'Give a time, or say that it is unknown.'
              : (wrong['estimate'] ?? wrong['estimate.at'] ?? null)
          }
        />
      </div>
      {digest && digest.lines.length > 0 && (
        <DigestOffer
          lines={digest.lines}
          onTake={() => change({ status: [value.status, ...digest.lines].filter(Boolean).join('\n') })}
        />
      )}
      <Alongside value={value} change={change} error={wrong['reason'] ?? null} />
      <div className="flex flex-wrap items-center gap-2 md:pl-[5.25rem]">
        <Button
          type="submit"
          tone="primary"
          pending={acting.pending}
          disabled={theirs !== null}
          hotkey={{ keys: 'mod+enter', label: 'Post update', group: 'Room', typing: true, hidden: true }}
        >
          Post update
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

type Part = { value: UpdateDraft; change: (part: Partial<UpdateDraft>) => void; error: string | null };

/** Phase and severity, changed in the same act. */
function Alongside({ value, change, error }: Part) {
  const { incident } = useRoom();
  const move = value.phase ? moves[incident.phase][value.phase] : null;
  const lowers = value.severity !== null && !isRaise(incident.severity, value.severity);
  const asksWhy = error !== null || move === 'reason' || (lowers && !incident.severityUnsure);
  return (
    <div className="flex flex-wrap items-end gap-3 md:pl-[5.25rem]">
      <SelectField
        name="phase"
        label="Phase"
        hideLabel
        value={value.phase ?? ''}
        onChange={(event) => change({ phase: (event.target.value || null) as Phase | null })}
        className="w-60 max-md:w-full"
      >
        <option value="">Phase stays {incident.phase}</option>
        {Object.keys(moves[incident.phase]).map((phase) => (
          <option key={phase} value={phase}>
            Phase → {phase}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="severity"
        label="Severity"
        hideLabel
        value={value.severity ?? ''}
        onChange={(event) => change({ severity: (event.target.value || null) as Severity | null })}
        className="w-60 max-md:w-full"
      >
        <option value="">Severity stays {incident.severity}</option>
        {severities
          .filter((severity) => severity !== incident.severity)
          .map((severity) => (
            <option key={severity} value={severity}>
              Severity → {severity}
            </option>
          ))}
      </SelectField>
      {asksWhy && (
        <TextField
          name="reason"
          label="Why"
          value={value.reason}
          error={error}
          onChange={(event) => change({ reason: event.target.value })}
          className="min-w-64 flex-1"
        />
      )}
    </div>
  );
}

function DigestOffer({ lines, onTake }: { lines: readonly string[]; onTake: () => void }) {
  return (
    <div className="rounded-md bg-accent-wash px-3 py-2 text-xs md:ml-[5.25rem]">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">Since the last update</span>
        <Button size="sm" tone="plain" onClick={onTake}>
          Add to status
        </Button>
      </div>
      <ul className="list-disc pl-4 marker:text-faint">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
