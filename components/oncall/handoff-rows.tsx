'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DateTimeField, TextField } from '@/components/ui/field';
import { FocusHeir } from '@/components/ui/focus-heir';
import { IconButton } from '@/components/ui/icon-button';
import { type LayerDraft } from './layer-draft';

type HandoffRowsProps = {
  draft: LayerDraft;
  field: (name: string) => string;
  change: (more: Partial<LayerDraft>) => void;
  faultOf: (field: string) => string | null;
};

/** Own shifts: how long a cycle is, and when in it duty passes on. */
export function HandoffRows({ draft: { cycleDays, handoffs }, field, change, faultOf }: HandoffRowsProps) {
  const put = (index: number, more: Partial<(typeof handoffs)[number]>) =>
    change({ handoffs: handoffs.map((each, at) => (at === index ? { ...each, ...more } : each)) });
  return (
    <FocusHeir className="flex flex-col gap-2">
      <TextField
        name={field('cycleDays')}
        type="number"
        min={1}
        max={364}
        label="Days of a cycle"
        hint="The handoffs below come again after so many days."
        value={cycleDays || ''}
        onChange={(event) => change({ cycleDays: Number(event.target.value) })}
        error={faultOf('cycleDays')}
      />
      {handoffs.map(({ day, time }, index) => (
        // A row has no name of its own: its place is what it is.
        <div key={`${handoffs.length} ${index}`} className="flex items-end gap-2">
          <TextField
            name={field(`handoff-${index}-day`)}
            type="number"
            min={1}
            max={cycleDays}
            label={`Handoff ${index + 1}, on day`}
            className="flex-1"
            value={day + 1}
            onChange={(event) => put(index, { day: Math.max(0, Number(event.target.value) - 1) })}
          />
          <DateTimeField
            name={field(`handoff-${index}-time`)}
            type="time"
            label="at"
            className="flex-1"
            value={time}
            onChange={(event) => put(index, { time: event.target.value })}
          />
          <IconButton
            label={`Take out handoff ${index + 1}`}
            icon={<X />}
            disabled={handoffs.length === 1}
            onClick={() => change({ handoffs: handoffs.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      {faultOf('handoffs') && (
        <p role="alert" className="text-xs text-critical">
          {faultOf('handoffs')}
        </p>
      )}
      <Button
        size="sm"
        icon={<Plus />}
        className="self-start"
        onClick={() => change({ handoffs: [...handoffs, { day: Math.max(0, cycleDays - 1), time: '12:00' }] })}
      >
        Add a handoff
      </Button>
    </FocusHeir>
  );
}
