'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Check } from '@/components/ui/check';
import { DateTimeField } from '@/components/ui/field';
import { FocusHeir } from '@/components/ui/focus-heir';
import { IconButton } from '@/components/ui/icon-button';
import { type LayerDraft } from './layer-draft';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type HourRowsProps = {
  draft: LayerDraft;
  field: (name: string) => string;
  change: (more: Partial<LayerDraft>) => void;
  error: string | null;
};

/** The hours of the week at which a layer is on call; outside of them the layers below it are. */
export function HourRows({ draft: { ownHours }, field, change, error }: HourRowsProps) {
  const put = (index: number, more: Partial<(typeof ownHours)[number]>) =>
    change({ ownHours: ownHours.map((each, at) => (at === index ? { ...each, ...more } : each)) });
  return (
    <FocusHeir className="flex flex-col gap-3">
      {ownHours.map(({ days, from, until }, index) => (
        <fieldset key={`${ownHours.length} ${index}`} className="flex flex-col gap-2">
          <legend className="mb-1 font-medium">Hours {ownHours.length > 1 ? index + 1 : ''}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {weekdays.map((name, at) => (
              <Check
                key={name}
                name={field(`hours-${index}-${name}`)}
                label={name}
                checked={days.includes(at + 1)}
                onChange={(event) =>
                  put(index, {
                    days: event.target.checked ? [...days, at + 1].sort() : days.filter((day) => day !== at + 1),
                  })
                }
              />
            ))}
          </div>
          <div className="flex items-end gap-2">
            <DateTimeField
              name={field(`hours-${index}-from`)}
              type="time"
              label="from"
              className="flex-1"
              value={from}
              onChange={(event) => put(index, { from: event.target.value })}
            />
            <DateTimeField
              name={field(`hours-${index}-until`)}
              type="time"
              label="until"
              className="flex-1"
              value={until}
              onChange={(event) => put(index, { until: event.target.value })}
            />
            <IconButton
              label={`Take out hours ${index + 1}`}
              icon={<X />}
              disabled={ownHours.length === 1}
              onClick={() => change({ ownHours: ownHours.filter((_, at) => at !== index) })}
            />
          </div>
        </fieldset>
      ))}
      {error && (
        <p role="alert" className="text-xs text-critical">
          {error}
        </p>
      )}
      <Button
        size="sm"
        icon={<Plus />}
        className="self-start"
        onClick={() => change({ ownHours: [...ownHours, { days: [6, 7], from: '09:00', until: '17:00' }] })}
      >
        Add hours
      </Button>
    </FocusHeir>
  );
}
