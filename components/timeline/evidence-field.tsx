'use client';

import { FileUp, Link2, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { formatSize } from './attachment-view';

export type Evidence = { kind: 'none' } | { kind: 'file'; file: File } | { kind: 'link'; href: string };

type EvidenceFieldProps = { value: Evidence; onChange: (evidence: Evidence) => void; error?: string | null };

const accepted =
  'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.log,.txt,.csv,.json,.md,.yaml,.yml';

/** Evidence beside a note: one file or one link. A file may also be pasted or dropped on the note. */
export function EvidenceField({ value, onChange, error }: EvidenceFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [href, setHref] = useState(value.kind === 'link' ? value.href : '');
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 flex items-baseline gap-2 font-medium">
        Evidence <span className="text-xs font-normal text-muted">optional</span>
      </legend>
      <input
        ref={input}
        type="file"
        accept={accepted}
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onChange({ kind: 'file', file });
          event.target.value = '';
        }}
      />
      {value.kind === 'none' && (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" icon={<FileUp />} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <Button size="sm" icon={<Link2 />} onClick={() => onChange({ kind: 'link', href })}>
            Add a link
          </Button>
          <span className="text-xs text-muted">Image, PDF or text, up to 10 MB. You can also paste one.</span>
        </div>
      )}
      {value.kind === 'file' && (
        <Chosen onRemove={() => onChange({ kind: 'none' })}>
          <span className="truncate">{value.file.name}</span>
          <span className="tnum shrink-0 text-xs text-muted">{formatSize(value.file.size)}</span>
        </Chosen>
      )}
      {value.kind === 'link' && (
        <div className="flex items-start gap-1">
          <TextField
            label="Link"
            hideLabel
            name="href"
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={2_000}
            value={href}
            error={error}
            onChange={(event) => {
              setHref(event.target.value);
              onChange({ kind: 'link', href: event.target.value });
            }}
            className="flex-1"
          />
          <IconButton label="Remove the link" icon={<X />} onClick={() => onChange({ kind: 'none' })} />
        </div>
      )}
      {error && value.kind !== 'link' && <p className="text-xs text-critical">{error}</p>}
    </fieldset>
  );
}

function Chosen({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  return (
    <div className="flex min-h-control w-fit max-w-full items-center gap-2 rounded-md bg-raised pl-2.5">
      {children}
      <IconButton label="Remove the file" icon={<X />} onClick={onRemove} />
    </div>
  );
}
