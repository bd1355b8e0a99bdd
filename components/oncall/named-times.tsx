'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useSubmit } from '@/components/submit/use-submit';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { toast } from '@/components/ui/toast';
import { daysWords } from '@/lib/core/oncall/span-words';
import type { Refusal } from '@/lib/core/refusal';

type NamedTime = { name: string; from: string; to: string };

type NamedTimesProps = {
  title: string;
  times: readonly NamedTime[];
  /** In which the days are said. */
  zone: string;
  /** What belongs here, where there is nothing. */
  empty: string;
  importing: ReactNode;
  /** Removes them all; null for whoever may not. */
  clear: (() => Promise<{ count: number } | Refusal>) | null;
};

const first = 6;

/** Holidays, or the reader's time off: the next few, and all on demand. */
export function NamedTimes({ title, times, zone, empty, importing, clear }: NamedTimesProps) {
  const [all, setAll] = useState(false);
  const shown = all ? times : times.slice(0, first);
  return (
    <Section title={title} count={times.length}>
      {times.length === 0 && <p className="measure py-2 text-muted">{empty}</p>}
      <ul>
        {shown.map(({ name, from, to }) => (
          <li key={`${from} ${name}`} className="flex flex-wrap gap-x-4 border-b border-line py-1.5 last:border-b-0">
            <span className="tnum w-44 shrink-0 text-muted">{daysWords({ from, to }, zone)}</span>
            <span className="min-w-0 flex-1 truncate">{name}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 pt-2">
        {times.length > first && (
          <Button size="sm" tone="plain" onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${times.length}`}
          </Button>
        )}
        {importing}
        {clear && times.length > 0 && <Clear clear={clear} title={title} />}
      </div>
    </Section>
  );
}

function Clear({ clear, title }: { clear: NonNullable<NamedTimesProps['clear']>; title: string }) {
  const router = useRouter();
  const { form, onSubmit, pending, refusal } = useSubmit(clear, () => {
    toast.done(`${title} removed`);
    router.refresh();
  });
  return (
    <form ref={form} onSubmit={onSubmit}>
      {refusal && <FormError>{refusal.message}</FormError>}
      <Button type="submit" size="sm" tone="plain" pending={pending}>
        Remove all
      </Button>
    </form>
  );
}
