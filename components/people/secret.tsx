'use client';

import { Copy } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';

/** Something shown this once: selected, and copied by one press. */
export function Secret({ label, value }: { label: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.done('Copied');
    } catch {
      field.current?.select();
      toast('It is selected: copy it with your keyboard.');
    }
  };
  return (
    <div className="flex gap-2">
      <input
        ref={field}
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="well h-control min-w-0 flex-1 px-2.5 font-mono text-xs text-ink"
      />
      <Button icon={<Copy aria-hidden="true" />} tone="primary" onClick={() => void copy()}>
        Copy
      </Button>
    </div>
  );
}
