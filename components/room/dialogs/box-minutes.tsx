'use client';

import { ChoiceChips } from '../choice-chips';

const boxes = [5, 10, 15, 30, 60];

type BoxMinutesProps = { legend?: string; value: number; onChange: (minutes: number) => void };

/** How long a piece of work gets before it comes back. */
export function BoxMinutes({ legend = 'Time box', value, onChange }: BoxMinutesProps) {
  return (
    <ChoiceChips
      legend={legend}
      value={value}
      onChange={onChange}
      options={boxes.map((minutes) => ({ value: minutes, label: minutes < 60 ? `${minutes} min` : '1 h' }))}
    />
  );
}
