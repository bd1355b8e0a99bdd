'use client';

import { useRoom } from '@/components/live/room-context';
import { SelectField, TextField } from '@/components/ui/field';
import { moves, type Phase } from '@/lib/core/incident/phases';
import { isRaise, severities, severityWords, type Severity } from '@/lib/core/severity/severity';
import { type UpdateDraft } from './update-draft';

type AlongsideProps = {
  value: UpdateDraft;
  change: (part: Partial<UpdateDraft>) => void;
  /** What is wrong with the reason, and with a severity that must be settled now. */
  error: string | null;
  unsettled: string | null;
};

/** Phase and severity, changed in the same act. */
export function Alongside({ value, change, error, unsettled }: AlongsideProps) {
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
        error={unsettled}
        onChange={(event) => change({ severity: (event.target.value || null) as Severity | null })}
        className="w-60 max-md:w-full"
      >
        <option value="">Severity stays {severityWords(incident.severity, incident.severityUnsure)}</option>
        {severities
          .filter((severity) => incident.severityUnsure || severity !== incident.severity)
          .map((severity) => (
            <option key={severity} value={severity}>
              {severity === incident.severity ? `Severity settled: ${severity}` : `Severity → ${severity}`}
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
