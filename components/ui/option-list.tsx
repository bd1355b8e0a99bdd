'use client';

import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

export type Option = {
  value: string;
  label: string;
  /** A word or two after the label. */
  hint?: string;
  lead?: ReactNode;
  /** Further words that find it. */
  keywords?: string[];
};

type OptionListProps = {
  label: string;
  options: readonly Option[];
  chosen: ReadonlySet<string>;
  onChoose: (value: string) => void;
  placeholder: string;
};

/** A searchable list inside a popover. */
export function OptionList({ label, options, chosen, onChoose, placeholder }: OptionListProps) {
  return (
    <Command label={label} loop className="flex flex-col">
      <Command.Input
        placeholder={placeholder}
        className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none"
      />
      <Command.List className="max-h-64 overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-muted">Nothing by that name.</Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, ...(option.keywords ?? [])]}
            onSelect={() => onChoose(option.value)}
            className="flex min-h-8 items-center gap-2.5 rounded-sm px-2 py-1 data-[selected=true]:bg-raised max-md:min-h-11"
          >
            {option.lead}
            <span className="truncate">{option.label}</span>
            {option.hint && <span className="truncate text-xs text-muted">{option.hint}</span>}
            {chosen.has(option.value) && <Check className="ml-auto size-4 shrink-0 text-accent" aria-label="chosen" />}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
