'use client';

import { useId } from 'react';
import { Button } from '@/components/ui/button';

type FieldRowProps = {
  name: string;
  label: string;
  /** What the field asks, shown while it is empty. */
  hint: string;
  value: string;
  error: string | undefined;
  /** While the update is on its way. */
  locked: boolean;
  onChange: (text: string) => void;
  /** What stands here until this is posted, once it differs. */
  standing: string | null;
  /** What somebody else posted here meanwhile. */
  theirs: { by: string; text: string } | null;
};

/** One of an update's fields, its label at the left where the field stands when it is read. */
export function FieldRow({ name, label, hint, value, error, locked, onChange, standing, theirs }: FieldRowProps) {
  const id = useId();
  return (
    <div className="grid gap-1 md:grid-cols-[4.5rem_minmax(0,1fr)] md:gap-3">
      <label htmlFor={id} className="text-muted md:pt-1.5">
        {label}
      </label>
      <div className="flex min-w-0 flex-col gap-1">
        <textarea
          id={id}
          name={name}
          rows={1}
          value={value}
          placeholder={hint}
          maxLength={2_000}
          readOnly={locked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.value)}
          className="well field-sizing-content max-h-32 min-h-control w-full resize-none overflow-y-auto px-2.5 py-1.5 text-sm"
        />
        {error && (
          <span id={`${id}-error`} className="text-xs text-critical">
            {error}
          </span>
        )}
        {standing && !theirs && (
          <p className="truncate text-xs text-muted" data-tip={standing}>
            Until you post: {standing}
          </p>
        )}
        {theirs && (
          <div className="flex items-start gap-2 border-l-2 border-accent pl-2.5 text-xs">
            <p className="min-w-0 flex-1 whitespace-pre-line">
              <span className="font-medium">{theirs.by}:</span> {theirs.text}
            </p>
            <Button size="sm" tone="plain" onClick={() => onChange(theirs.text)}>
              Take theirs
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
