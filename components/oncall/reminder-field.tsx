'use client';

import { useSubmit } from '@/components/submit/use-submit';
import { SelectField } from '@/components/ui/field';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/refusal';

const choices = [
  [15, 'Reminder 15 min before'],
  [30, 'Reminder 30 min before'],
  [60, 'Reminder 1 h before'],
  [120, 'Reminder 2 h before'],
  [240, 'Reminder 4 h before'],
  [720, 'Reminder 12 h before'],
  [1_440, 'Reminder 1 d before'],
] as const;

type ReminderFieldProps = { minutes: number | null; save: (form: FormData) => Promise<{ id: string } | Refusal> };

/** How early the reader is reminded of a shift; saved as it is chosen. */
export function ReminderField({ minutes, save }: ReminderFieldProps) {
  const { form, onSubmit, pending, errorOf } = useSubmit(save, () => toast.done('Saved'));
  return (
    <form ref={form} onSubmit={onSubmit} aria-busy={pending} className="w-56 shrink-0">
      <SelectField
        name="minutes"
        label="Remind me of a shift"
        hideLabel
        defaultValue={minutes ?? ''}
        error={errorOf('minutes')}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        <option value="">No reminder</option>
      </SelectField>
    </form>
  );
}
