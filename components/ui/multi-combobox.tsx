'use client';

import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { fieldAria, FieldShell } from './field';
import type { ComboboxProps } from './combobox';
import { OptionList } from './option-list';
import { Popover } from './popover';

type MultiComboboxProps = Omit<ComboboxProps, 'defaultValue' | 'value' | 'onChange'> & {
  defaultValue?: readonly string[];
  value?: readonly string[];
  onChange?: (value: string[]) => void;
};

const nothing: readonly string[] = [];

/** Some of many, found by typing. Sends one `name=value` for each with its form. */
export function MultiCombobox(props: MultiComboboxProps) {
  const {
    name,
    options,
    defaultValue = nothing,
    value,
    onChange,
    placeholder = 'Add',
    disabled,
    className,
    ...words
  } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<readonly string[]>(defaultValue);
  const current = value ?? own;
  const chosen = options.filter((option) => current.includes(option.value));

  function toggle(one: string) {
    const next = current.includes(one) ? current.filter((other) => other !== one) : [...current, one];
    setOwn(next);
    onChange?.(next);
  }

  const { 'aria-invalid': invalid, ...aria } = fieldAria(id, words);
  return (
    <FieldShell {...words} id={id} className={className}>
      <div className="well flex min-h-control flex-wrap items-center gap-1 p-[3px] has-data-invalid:border-critical">
        {chosen.map((option) => (
          <span key={option.value} className="flex h-6 items-center gap-1.5 rounded-sm bg-raised pl-2 max-md:h-9">
            {option.lead}
            {option.label}
            <input type="hidden" name={name} value={option.value} />
            <button
              type="button"
              disabled={disabled}
              onClick={() => toggle(option.value)}
              aria-label={`Remove ${option.label}`}
              className="flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink max-md:size-9"
            >
              <X className="size-3.5" aria-hidden="true" />
            </button>
          </span>
        ))}
        <Popover
          open={open}
          onOpenChange={setOpen}
          label={words.label}
          width="sm"
          flush
          trigger={
            <button
              {...aria}
              type="button"
              disabled={disabled}
              data-invalid={invalid}
              className="flex h-6 items-center gap-1 rounded-sm px-2 text-muted hover:text-ink max-md:h-9"
            >
              <Plus className="size-3.5" aria-hidden="true" />
              {placeholder}
            </button>
          }
        >
          <OptionList
            label={words.label}
            options={options}
            chosen={new Set(current)}
            onChoose={toggle}
            placeholder="Type to find"
          />
        </Popover>
      </div>
    </FieldShell>
  );
}
