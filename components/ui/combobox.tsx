'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useId, useState } from 'react';
import { cx } from './cx';
import { fieldAria, FieldShell, type FieldWords } from './field';
import { OptionList, type Option } from './option-list';
import { Popover } from './popover';

export type ComboboxProps = FieldWords & {
  name: string;
  options: readonly Option[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
};

/** One of many, found by typing. Sends `name=value` with its form. */
export function Combobox(props: ComboboxProps) {
  const {
    name,
    options,
    defaultValue = '',
    value,
    onChange,
    placeholder = 'Choose',
    disabled,
    className,
    ...words
  } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState(defaultValue);
  const current = value ?? own;
  const chosen = options.find((option) => option.value === current);

  function choose(next: string) {
    setOwn(next);
    onChange?.(next);
    setOpen(false);
  }

  const { 'aria-invalid': invalid, ...aria } = fieldAria(id, words);
  return (
    <FieldShell {...words} id={id} className={className}>
      <input type="hidden" name={name} value={current} />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={words.label}
        width="trigger"
        flush
        trigger={
          <button
            {...aria}
            type="button"
            disabled={disabled}
            data-invalid={invalid}
            className="well flex h-control w-full items-center gap-2 px-2.5 text-left text-sm disabled:opacity-50 data-invalid:border-critical"
          >
            {chosen?.lead}
            <span className={cx('min-w-0 flex-1 truncate', !chosen && 'text-muted')}>
              {chosen?.label ?? placeholder}
            </span>
            <ChevronsUpDown className="size-3.5 shrink-0 text-muted" aria-hidden="true" />
          </button>
        }
      >
        <OptionList
          label={words.label}
          options={options}
          chosen={new Set([current])}
          onChoose={choose}
          placeholder="Type to find"
        />
      </Popover>
    </FieldShell>
  );
}
