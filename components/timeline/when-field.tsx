'use client';

import { DateTimeField } from '@/components/ui/field';
import { Time } from '@/components/ui/time';
import { fromWall, toWall } from './moment-text';

type WhenFieldProps = {
  /** The moment chosen, or null for now. */
  value: string | null;
  onChange: (at: string | null) => void;
  now: number;
  error?: string | null;
  /** Without it, now is no answer: the field always shows a time. */
  allowNow?: boolean;
};

/** When something happened: now, or an earlier moment in the reader's own zone. */
export function WhenField({ value, onChange, now, error, allowNow = true }: WhenFieldProps) {
  const earlier = value !== null || !allowNow;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">When it happened</legend>
      {allowNow && (
        <div className="flex gap-1">
          <Choice chosen={!earlier} onChoose={() => onChange(null)}>
            Now
          </Choice>
          <Choice chosen={earlier} onChoose={() => onChange(new Date(now).toISOString())}>
            Earlier
          </Choice>
        </div>
      )}
      {earlier && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <DateTimeField
            label="Moment"
            hideLabel
            name="at"
            step={1}
            max={toWall(new Date(now).toISOString())}
            value={value === null ? '' : toWall(value)}
            onChange={(event) => {
              const at = fromWall(event.target.value);
              if (at) onChange(at);
            }}
            error={error}
            className="w-56"
          />
          {value !== null && <Time at={value} seconds className="text-xs text-muted" />}
        </div>
      )}
    </fieldset>
  );
}

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose: () => void; children: string }) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={`h-control-sm rounded-md border px-3 ${chosen ? 'border-accent bg-accent-wash font-medium' : 'border-edge/50 text-muted hover:border-edge hover:text-ink'}`}
    >
      {children}
    </button>
  );
}
