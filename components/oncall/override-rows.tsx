'use client';

import { useRouter } from 'next/navigation';
import { useSubmit } from '@/components/submit/use-submit';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/field';
import { PanelRow } from '@/components/ui/section';
import { toast } from '@/components/ui/toast';
import type { Refusal } from '@/lib/core/refusal';
import { wallWords } from './wall-words';

export type OverrideRow = {
  id: string;
  person: { id: string; name: string };
  wallFrom: string;
  wallTo: string;
  reason: string;
  /** Takes it back; null for whoever may not, and for what is over. */
  remove: (() => Promise<{ name: string } | Refusal>) | null;
};

/** The overrides of the time in sight, or how to write one for whoever `may`. */
export function OverrideRows({ rows, may }: { rows: readonly OverrideRow[]; may: boolean }) {
  if (rows.length === 0) return <NoRows may={may} />;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <PanelRow
            lead={<Avatar id={row.person.id} name={row.person.name} size={24} silent />}
            end={row.remove && <TakeBack row={row} remove={row.remove} />}
            className="max-md:flex-wrap"
          >
            {row.person.name}{' '}
            <span className="tnum text-muted max-md:block max-md:text-xs max-md:whitespace-normal">
              {wallWords(row.wallFrom)} – {wallWords(row.wallTo)}
            </span>
            {row.reason && <span className="block truncate text-xs text-muted">{row.reason}</span>}
          </PanelRow>
        </li>
      ))}
    </ul>
  );
}

function NoRows({ may }: { may: boolean }) {
  return (
    <p className="py-2 text-muted">
      None.{' '}
      {may && (
        <>
          <span className="max-md:hidden">
            Drag over days, mark them by Shift and an arrow, or press o, to put somebody else on call.
          </span>
          <span className="md:hidden">Touch a day to put somebody else on call.</span>
        </>
      )}
    </p>
  );
}

function TakeBack({ row, remove }: { row: OverrideRow; remove: NonNullable<OverrideRow['remove']> }) {
  const router = useRouter();
  const { form, onSubmit, pending, refusal } = useSubmit(
    () => remove(),
    ({ name }) => {
      toast.done(`${name}’s override is taken back`);
      router.refresh();
    },
  );
  return (
    <form ref={form} onSubmit={onSubmit} className="flex items-center gap-2">
      {refusal && <FormError>{refusal.message}</FormError>}
      <Button
        type="submit"
        size="sm"
        pending={pending}
        aria-label={`Take back: ${row.person.name}, ${wallWords(row.wallFrom)}`}
      >
        Take back
      </Button>
    </form>
  );
}
