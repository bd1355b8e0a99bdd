'use client';

import { useId, type ReactNode } from 'react';

type ChoiceChipsProps<Value extends string | number> = {
  legend: string;
  hideLegend?: boolean;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** One of a few short choices in a row; arrow keys move between them. */
export function ChoiceChips<Value extends string | number>(props: ChoiceChipsProps<Value>) {
  const { legend, hideLegend, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-medium'}>{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex h-control items-center rounded-md border border-edge/50 bg-well px-3 text-sm select-none hover:bg-raised has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span className="tnum">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
