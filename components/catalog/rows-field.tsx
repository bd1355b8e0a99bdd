'use client';

import { ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';

type Column = {
  key: string;
  label: string;
  inputMode?: 'tel' | 'email' | 'url';
  maxLength?: number;
  placeholder?: string;
};
type Row = { key: number; values: Record<string, string> };

type RowsFieldProps = {
  /** Sent once for each row; the row's fields are `name.0.column` and on. */
  name: string;
  legend: string;
  hint?: string;
  /** What one row is: `link`. */
  noun: string;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, string>>[];
  most: number;
  /** Whether their order says something. */
  ordered?: boolean;
  errorOf: (name: string) => string | null;
};

/** A short list of like things, written row by row. A row that says nothing is not sent. */
export function RowsField({ name, legend, hint, noun, columns, rows, most, ordered, errorOf }: RowsFieldProps) {
  const [drafts, setDrafts] = useState<Row[]>(() => rows.map((values, key) => ({ key, values })));
  const box = useRef<HTMLFieldSetElement>(null);
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = null;
    if (wanted) box.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [drafts]);

  function add() {
    const key = Math.max(-1, ...drafts.map((row) => row.key)) + 1;
    focusNext.current = `[data-row="${key}"] input:not([type=hidden])`;
    setDrafts([...drafts, { key, values: {} }]);
  }

  function remove(at: number) {
    const next = drafts.toSpliced(at, 1);
    const neighbour = next[Math.min(at, next.length - 1)];
    focusNext.current = neighbour ? `[data-row="${neighbour.key}"] [data-remove]` : '[data-add]';
    setDrafts(next);
  }

  function raise(at: number) {
    const row = drafts[at];
    if (!row) return;
    focusNext.current = `[data-row="${row.key}"] ${at > 1 ? '[data-raise]' : '[data-remove]'}`;
    setDrafts(drafts.toSpliced(at, 1).toSpliced(at - 1, 0, row));
  }

  function write(key: number, column: string, text: string) {
    setDrafts((now) =>
      now.map((row) => (row.key === key ? { ...row, values: { ...row.values, [column]: text } } : row)),
    );
  }

  const says = ({ values }: Row) => columns.some((column) => (values[column.key] ?? '').trim() !== '');
  return (
    <fieldset ref={box} className="flex flex-col gap-2">
      <legend className="pb-1 font-medium">
        {legend} <span className="text-xs font-normal text-muted">optional</span>
      </legend>
      {hint && <p className="-mt-2 text-xs text-muted">{hint}</p>}
      {drafts.map((row, index) => {
        const at = drafts.slice(0, index).filter(says).length;
        const sent = says(row);
        return (
          <div key={row.key} data-row={row.key} className="flex flex-wrap items-start gap-2">
            {sent && <input type="hidden" name={name} value={row.key} />}
            {columns.map(({ key, label, ...input }) => (
              <TextField
                key={key}
                {...input}
                name={sent ? `${name}.${at}.${key}` : ''}
                label={`${label} of ${noun} ${index + 1}`}
                hideLabel
                placeholder={input.placeholder ?? label}
                value={row.values[key] ?? ''}
                onChange={(event) => write(row.key, key, event.target.value)}
                error={sent ? errorOf(`${name}.${at}.${key}`) : null}
                autoComplete="off"
                className="min-w-36 flex-1"
              />
            ))}
            <span className="flex">
              {ordered && (
                <IconButton
                  label={`Move ${noun} ${index + 1} up`}
                  icon={<ArrowUp />}
                  data-raise
                  disabled={index === 0}
                  onClick={() => raise(index)}
                />
              )}
              <IconButton
                label={`Remove ${noun} ${index + 1}`}
                icon={<X />}
                data-remove
                onClick={() => remove(index)}
              />
            </span>
          </div>
        );
      })}
      {errorOf(name) && (
        <p data-invalid className="text-xs text-critical">
          {errorOf(name)}
        </p>
      )}
      <Button size="sm" icon={<Plus />} data-add disabled={drafts.length >= most} onClick={add} className="self-start">
        Add a {noun}
      </Button>
    </fieldset>
  );
}
