'use client';

import { Button } from '@/components/ui/button';
import { DateTimeField } from '@/components/ui/field';
import { useServerClock } from '@/components/ui/server-clock';
import { type Estimate } from '@/lib/core/incident/incident';
import { instantOf, MINUTE } from '@/lib/core/instant';
import { ChoiceChips } from './choice-chips';
import { fromLocalField, toLocalField } from './local-time';

type EstimateFieldProps = {
  /** Null while nothing was said. */
  value: Estimate | null;
  onChange: (value: Estimate) => void;
  error?: string | null;
};

const steps = [15, 30, 60, 120];

/** When it will be over: an absolute time, or unknown with the time of the next estimate. */
export function EstimateField({ value, onChange, error }: EstimateFieldProps) {
  const clock = useServerClock();
  const kind = value?.kind ?? null;
  const instant = value?.kind === 'at' ? value.at : (value?.nextAt ?? null);
  const say = (at: string | null) => {
    if (kind === 'unknown') onChange({ kind, nextAt: at });
    else if (at) onChange({ kind: 'at', at });
  };
  const fromNow = (minutes: number) =>
    instantOf(Math.ceil((clock.now() + minutes * MINUTE) / (5 * MINUTE)) * 5 * MINUTE);

  return (
    <div className="flex flex-col gap-2">
      <ChoiceChips
        legend="Estimate"
        hideLegend
        value={kind}
        onChange={(next) =>
          onChange(next === 'at' ? { kind: 'at', at: instant ?? fromNow(30) } : { kind: 'unknown', nextAt: instant })
        }
        options={[
          { value: 'at', label: 'Over by a time' },
          { value: 'unknown', label: 'Unknown for now' },
        ]}
      />
      <div className="flex flex-wrap items-end gap-1.5">
        <DateTimeField
          name="estimate"
          label={kind === 'unknown' ? 'Next estimate at' : 'Over by'}
          optional={kind === 'unknown'}
          value={instant ? toLocalField(instant) : ''}
          onChange={(event) => say(fromLocalField(event.target.value))}
          className="w-52 max-md:w-full"
        />
        {steps.map((minutes) => (
          <Button key={minutes} tone="plain" onClick={() => say(fromNow(minutes))}>
            {minutes < 60 ? `+${minutes} min` : `+${minutes / 60} h`}
          </Button>
        ))}
      </div>
      {error && <p className="text-xs text-critical">{error}</p>}
    </div>
  );
}
